/**
 * What the page of a link does better with a script: it says when somebody is there, and an answer given without a line is kept on the
 * device and leaves when there is one, once. Everything else the page does by itself. No library: it is read on old telephones.
 */

interface Kept {
  readonly action: string;
  readonly body: string;
}

const RETRY = 15_000;
/** Looked up anew each time: what is refused puts another page in this one's place. */
const formHere = () => document.querySelector<HTMLFormElement>('form[data-answer]');
const lineHere = () => document.getElementById('line');
const place = `answer ${location.pathname}`;
const apart = Date.parse(document.body.dataset.now ?? '') - Date.now(); // this device's clock from the hub's
let fleeting: string | null = null; // where nothing can be kept
let sending = false;

function kept(): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? fleeting ?? 'null') as Kept | null; // written below, and nowhere else
  } catch {
    return JSON.parse(fleeting ?? 'null') as Kept | null;
  }
}

function keep(answer: Kept | null): void {
  fleeting = answer && JSON.stringify(answer);
  try {
    if (fleeting) localStorage.setItem(place, fleeting);
    else localStorage.removeItem(place);
  } catch {
    // it stays in this page
  }
}

/** Somebody is at the page: told once. */
function opened(): void {
  removeEventListener('pointerdown', opened, true);
  removeEventListener('keydown', opened, true);
  void fetch(`${location.pathname}/opened`, { method: 'POST', keepalive: true }).catch(() => undefined);
}

function say(about: 'sending' | 'waiting' | null, cancel = false): void {
  const line = lineHere();
  if (!line) return;
  const words = about ? line.dataset[about] : undefined;
  line.className = words ? 'note' : '';
  line.textContent = words ?? '';
  if (!words || !cancel) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = line.dataset.cancel ?? '';
  button.onclick = () => {
    keep(null);
    say(null);
    still(false);
  };
  line.append(' ', button);
}

/** While an answer waits it is not written over. */
function still(waits: boolean): void {
  for (const field of formHere()?.querySelectorAll<HTMLButtonElement>('button') ?? []) field.disabled = waits;
}

async function send(): Promise<void> {
  const answer = kept();
  if (!answer || sending) return;
  sending = true;
  still(true);
  try {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(answer.action, { method: 'POST', headers, body: answer.body });
    if (response.status === 429 || response.status >= 500) throw new Error('later');
    keep(null);
    if (response.ok && response.redirected) location.replace(response.url);
    else mend(await response.text());
  } catch {
    say('waiting', true);
  } finally {
    sending = false;
  }
}

/** What is wrong is shown where it is; nothing that was typed is lost. */
function mend(page: string): void {
  const main = new DOMParser().parseFromString(page, 'text/html').querySelector('main');
  if (!main) return location.reload();
  document.querySelector('main')?.replaceWith(main);
  formHere()?.addEventListener('submit', take);
  main.querySelector<HTMLElement>('.faults')?.focus();
  main.scrollIntoView();
}

function take(event: SubmitEvent): void {
  event.preventDefault();
  if (sending) return;
  const sent = event.currentTarget as HTMLFormElement; // it listens to forms alone
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(sent)) if (typeof value === 'string') fields.append(name, value);
  const button = event.submitter as HTMLButtonElement | null;
  if (button?.name) fields.append(button.name, button.value);
  fields.set('said', new Date(Date.now() + (apart || 0)).toISOString());
  keep({ action: sent.action, body: fields.toString() });
  say('sending');
  void send();
}

addEventListener('pointerdown', opened, true);
addEventListener('keydown', opened, true);
const form = formHere();
if (form) {
  form.addEventListener('submit', take);
  addEventListener('online', () => void send());
  document.addEventListener('visibilitychange', () => void send());
  setInterval(() => void send(), RETRY);
  if (kept()) say('waiting', true);
  void send();
}
