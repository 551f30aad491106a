/** From the one that has the focus, in the order of the page; to what is `within` it. False where there is none to go to. */
export function step(selector: string, by: 1 | -1, within?: string): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const here = document.activeElement;
  const at = all.findIndex(each => each === here || each.contains(here));
  const there = at === -1 ? beside(all, here, by) : all[at + by];
  const next = within ? there?.querySelector<HTMLElement>(within) : there;
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next != null;
}

/** The nearest after or before what has the focus, a heading say; from nowhere, the first or the last. */
function beside(all: readonly HTMLElement[], here: Element | null, by: 1 | -1): HTMLElement | undefined {
  const follows = (each: HTMLElement) => here !== null && (here.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  if (by === 1) return all.find(follows) ?? all[0];
  return all.findLast(each => !follows(each)) ?? all.at(-1);
}
