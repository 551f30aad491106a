/** From the one that has the focus, in the order of the page; to what is `within` it. False where there is none to go to. */
export function step(selector: string, by: 1 | -1, within?: string): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const here = document.activeElement;
  const at = all.findIndex(each => each === here || each.contains(here));
  const there = at === -1 ? (by === 1 ? all[0] : all.at(-1)) : all[at + by];
  const next = within ? there?.querySelector<HTMLElement>(within) : there;
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next != null;
}
