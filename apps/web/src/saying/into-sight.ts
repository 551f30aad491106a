/** What has just opened is not left out of sight, below. */
export const intoSight = (within: Element | null): void => {
  requestAnimationFrame(() => within?.scrollIntoView({ block: 'nearest' })); // once it is drawn
};
