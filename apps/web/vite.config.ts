import { MantineProvider } from '@mantine/core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { marked } from 'marked';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { fanalTheme, fanalVariables } from './src/ui/theme.ts';

/** The variables Mantine would put into a <style> at run time, as a file: `default-src 'self'` then needs no exception. */
function themeCss(): Plugin {
  const id = '\0virtual:theme.css';
  return {
    name: 'theme-css',
    resolveId: source => (source === 'virtual:theme.css' ? id : undefined),
    load(loaded) {
      if (loaded !== id) return;
      const provider = createElement(MantineProvider, {
        theme: fanalTheme,
        cssVariablesResolver: fanalVariables,
        withGlobalClasses: false,
      });
      return renderToStaticMarkup(provider).match(/<style[^>]*>(.*)<\/style>/s)![1]!; // Mantine writes exactly one
    },
  };
}

/** The one face of the words is asked for with the page, not after its styles. */
function fontFirst(): Plugin {
  return {
    name: 'font-first',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle }) {
        const font = Object.keys(bundle ?? {}).find(name => /latin-wght-normal.*\.woff2$/.test(name) && !name.includes('latin-ext'));
        if (!font) return [];
        return [
          { tag: 'link', injectTo: 'head', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${font}`, crossorigin: true } },
        ];
      },
    },
  };
}

/** Pages of docs/ that the app shows too, made into HTML once. */
function pageOfDocs(name: string): Plugin {
  const id = `\0virtual:${name}`;
  const page = (language: string) => {
    const [title = '', ...rest] = readFileSync(join(import.meta.dirname, `../../docs/${name}.${language}.md`), 'utf8').split('\n');
    return { title: title.replace(/^# /, ''), html: marked.parse(rest.join('\n'), { async: false }) };
  };
  return {
    name: `page-${name}`,
    resolveId: source => (source === `virtual:${name}` ? id : undefined),
    load: loaded => (loaded === id ? `export default ${JSON.stringify({ fr: page('fr'), en: page('en') })}` : undefined),
  };
}

/** What the hub answers itself: never the kept page. */
const ofTheHub = ['graphql', 'healthz', 'readyz', 'metrics', 'mailbox', 'r', 'call-up', 'p', 'exports', 'tiles', 'feeds', 'alerts', 'hsds'];

export default defineConfig({
  root: import.meta.dirname,
  build: {
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    rolldownOptions: {
      checks: { moduleLevelDirective: false },
      // the script of the pages of links has a name that the hub knows
      input: { main: join(import.meta.dirname, 'index.html'), answer: join(import.meta.dirname, 'src/answer/answer.ts') },
      output: { entryFileNames: ({ name }) => (name === 'answer' ? 'answer.js' : 'assets/[name]-[hash].js') },
    },
  },
  plugins: [
    themeCss(),
    fontFirst(),
    pageOfDocs('what-a-status-means'),
    VitePWA({
      registerType: 'autoUpdate',
      injectRegister: 'script-defer',
      includeAssets: ['icon.svg', 'scheme.js'],
      workbox: {
        importScripts: ['push.js'],
        globPatterns: ['**/*.{js,mjs,css,html,svg,woff2}'],
        navigateFallbackDenylist: [new RegExp(`^/(${ofTheHub.join('|')})(/|$|\\?)`)],
        cleanupOutdatedCaches: true,
      },
      manifest: {
        name: 'Fanal',
        short_name: 'Fanal',
        lang: 'fr-CA',
        display: 'standalone',
        start_url: '/',
        background_color: '#F3F5F7',
        theme_color: '#1B4B8F',
        icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
      },
    }),
  ],
});
