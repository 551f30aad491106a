/// <reference types="vite/client" />
declare module 'virtual:theme.css';
declare module '@fontsource-variable/atkinson-hyperlegible-next/index.css';
declare module 'virtual:what-a-status-means' {
  type Page = { title: string; html: string };
  const pages: { fr: Page; en: Page };
  export default pages;
}
