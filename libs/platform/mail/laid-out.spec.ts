import { expect, test } from '@jest/globals';
import { type Laying, laidOut } from './laid-out.ts';

const letter: Laying = {
  language: 'fr',
  subject: 'Êtes-vous ouverts ?',
  parts: [
    { paragraph: 'Bonjour <b>Léa</b>,\n\nla crise a changé.' },
    { rows: [{ name: 'Cuisine & paniers', state: { code: 'OPEN', word: 'Ouvert' }, note: 'il y a 2 h' }], title: 'Ce que le monde voit :' },
    { button: 'Répondre', href: 'https://fanal.example/r/abc?x=1&y=2' },
  ],
  small: [
    { text: 'Vous recevez ceci parce que vous offrez un service.' },
    { link: 'Ne plus recevoir', href: 'https://fanal.example/stop' },
  ],
};

test('both parts say all of it, and what somebody wrote is text in both', () => {
  const { text, html, subject } = laidOut(letter);
  expect(subject).toBe(letter.subject);
  expect(text).toBe(
    [
      'Bonjour <b>Léa</b>,\n\nla crise a changé.',
      'Ce que le monde voit :\n- Cuisine & paniers\u00a0: Ouvert (il y a 2 h)',
      'Répondre\nhttps://fanal.example/r/abc?x=1&y=2',
      '-- \nVous recevez ceci parce que vous offrez un service.\nNe plus recevoir\nhttps://fanal.example/stop',
    ].join('\n\n'),
  );
  expect(html).toContain('Bonjour &#60;b&#62;Léa&#60;/b&#62;,');
  expect(html).toContain('Cuisine &#38; paniers');
  expect(html).toContain('href="https://fanal.example/r/abc?x=1&#38;y=2"');
  expect(html).toContain('href="https://fanal.example/stop"');
  expect(html).toMatch(/^<!doctype html>\s*<html lang="fr">/);
});

test('in English nothing stands before a colon', () => {
  expect(laidOut({ ...letter, language: 'en' }).text).toContain('- Cuisine & paniers: Ouvert (il y a 2 h)');
});

test('what leads to an address in words leads to nothing where it is a link', () => {
  const { text, html } = laidOut({ ...letter, small: [{ link: 'Ne plus recevoir\u00a0:', href: 'https://fanal.example/stop' }] });
  expect(text).toContain('Ne plus recevoir\u00a0:\nhttps://fanal.example/stop');
  expect(html).toContain('>Ne plus recevoir</a>');
});

test('it needs nothing from anywhere: no script, no picture, no sheet of styles', () => {
  expect(laidOut(letter).html).not.toMatch(/<script|<img|<link|url\(|@import/i);
});
