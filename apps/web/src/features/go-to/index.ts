export { GoTo } from './go-to.tsx';
export type { Way } from './way.ts';
