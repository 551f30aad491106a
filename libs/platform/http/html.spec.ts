import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { html, type Told } from './html.ts';

test('what is put into it is text, whatever it is', () => {
  fc.assert(
    fc.property(fc.string(), text => {
      const { markup } = html`<p title="${text}">${text}</p>`;
      const [, title, inner] = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(markup.replaceAll('\n', ' '))!;
      expect(title).toBe(inner);
      expect(inner!.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))).toBe(text.replaceAll('\n', ' '));
    }),
  );
});

test('markup stays markup, lists are one after the other, nothing is nothing, zero is zero', () => {
  const told: Told = [html`<b>1</b>`, [0, html`<i>2</i>`], null, false, undefined, ''];
  expect(html`<p>${told}</p>`.markup).toBe('<p><b>1</b>0<i>2</i></p>');
});
