import { Icon } from '../../ui/icon.tsx';
import { Localized } from '../../ui/localized.tsx';
import { telephone } from '../../ui/telephone.ts';
import type { Row } from './use-to-reach.ts';
import { useWords } from './words.ts';

type PhoneLinkProps = { phone: Row['phones'][number]; name: string; className?: string; described?: boolean; onDial?: () => void };

export function PhoneLink({ phone, name, className, described, onDial }: PhoneLinkProps) {
  const { t } = useWords();
  const { shown, href } = telephone(phone.number);
  return (
    <a className={className} href={href} onClick={onDial} aria-label={t('callOf', { number: shown, name })}>
      <Icon name="phone" size={16} /> {shown}
      {phone.extension && ` ${t('extension', { extension: phone.extension })}`}
      {described && phone.description && (
        <small>
          <Localized of={phone.description} />
        </small>
      )}
    </a>
  );
}
