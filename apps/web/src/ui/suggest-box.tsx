import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from './icon.tsx';
import { useKeys } from './keys.ts';
import css from './suggest-box.module.css';

export interface Suggested {
  readonly key: string;
  readonly words: string;
  readonly beside?: string;
}

type SuggestBoxProps<S extends Suggested> = {
  label: string;
  /** It is said above already. */
  labelUnseen?: boolean;
  hint: string;
  icon: IconName;
  clearWord: string;
  /** What is chosen, as text; typing begins from it. */
  value: string;
  suggested: readonly S[];
  /** At every stroke, after a pause: what to suggest for. */
  onAsk: (typed: string) => void;
  /** Enter, a pause or a leaving: what was typed, as it stands. */
  onText: (typed: string) => void;
  onPick: (suggestion: S) => void;
  /** Searches as one types; else only what is picked or entered counts. */
  asYouType?: boolean;
  /** `/` comes here: what for. */
  slashWords?: string;
  beside?: ReactNode;
};

const PAUSE = 250;

/** A field that suggests: the combobox of WAI-ARIA, whose list never takes the focus. */
export function SuggestBox<S extends Suggested>(props: SuggestBoxProps<S>) {
  const { label, labelUnseen, hint, icon, clearWord, value, suggested, onAsk, onText, onPick, asYouType, slashWords, beside } = props;
  const [typed, type] = useState(value);
  const [open, setOpen] = useState(false);
  const [at, go] = useState(-1);
  const sent = useRef(value);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  useEffect(() => {
    if (value !== sent.current) type((sent.current = value)); // chosen elsewhere
  }, [value]);
  const send = (text: string) => {
    if (text === sent.current) return;
    sent.current = text;
    onText(text);
  };
  useEffect(() => {
    if (typed === sent.current) return;
    const timer = setTimeout(() => {
      onAsk(typed);
      if (asYouType) send(typed);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  useKeys(slashWords ? [{ keys: ['/'], words: slashWords, press: () => field.current?.focus() }] : []);

  const shown = open && typed.trim() !== '' ? suggested : [];
  const close = () => (setOpen(false), go(-1));
  const pick = (suggestion: S) => {
    type((sent.current = suggestion.words));
    close();
    onPick(suggestion);
  };
  const byKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length > 0) go(inTurn(at + step, shown.length));
    else if (event.key === 'Enter') {
      const picked = shown[at] ?? (asYouType ? undefined : shown[0]);
      if (picked) pick(picked);
      else {
        close();
        send(typed);
      }
    } else if (event.key === 'Escape' && shown.length > 0) close();
    else return;
    event.preventDefault();
  };

  return (
    <div className={css.box}>
      <label htmlFor={id} className={labelUnseen ? 'unseen' : css.label}>
        {label}
      </label>
      <div className={css.field}>
        <Icon name={icon} />
        <input
          ref={field}
          id={id}
          type="search"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
          value={typed}
          placeholder={hint}
          enterKeyHint="search"
          maxLength={200}
          onChange={event => (type(event.target.value), setOpen(true), go(-1))}
          onKeyDown={byKey}
          onBlur={() => (close(), asYouType ? send(typed) : type(sent.current))}
        />
        {typed && (
          <button type="button" aria-label={clearWord} onClick={() => (type(''), send(''), field.current?.focus())}>
            <Icon name="close" size={18} />
          </button>
        )}
        {beside}
      </div>
      <ul id={`${id}-list`} role="listbox" aria-label={label} className={css.list} hidden={shown.length === 0}>
        {shown.map((suggestion, n) => (
          <li
            key={suggestion.key}
            id={`${id}-${n}`}
            role="option"
            aria-selected={n === at}
            onMouseDown={event => (event.preventDefault(), pick(suggestion))}
          >
            {suggestion.words} {suggestion.beside && <span>{suggestion.beside}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Round the suggestions and what was typed, which is -1. */
const inTurn = (at: number, count: number): number => (at < -1 ? count - 1 : at >= count ? -1 : at);
