import { expect, test } from '@jest/globals';
import { personalIn } from './personal.ts';

test.each([
  ['Rappeler au 514 555-0199', ['telephone']],
  ['(450) 555 0142 le soir', ['telephone']],
  ['+1 514-555-0199', ['telephone']],
  ['NAS 046 454 286', ['socialInsurance']],
  ['046454286', ['socialInsurance']],
  ['RAMQ TREM 1234 5678', ['healthInsurance']],
  ['trem12345678', ['healthInsurance']],
  ['Écrire à l.tremblay@exemple.qc.ca', ['email']],
  ['Habite H7G 2W4', ['postalCode']],
  ['h7g2w4', ['postalCode']],
  ['M. Tremblay attend', ['name']],
  ['Voisine : Mme Nguyễn', ['name']],
  ['Ms. O’Neil', ['name']],
  ['Mme Roy, 514 555-0199, H7N 1A1', ['telephone', 'postalCode', 'name']],
])('« %s » says who somebody is', (note, personal) => expect(personalIn(note)).toEqual(personal));

test.each([
  '',
  'Ne sort plus depuis 3 semaines. Voisine l’aidait, elle est malade.',
  '12 paniers sur 40, 25 $ et plus, livre H7G et H7M',
  'A appelé le 811, puis le 1 866 277-3553',
  'Depuis le 2021-03-08 à 14 h 26',
  'Madame vit seule, monsieur est à l’hôpital',
])('« %s » names nobody', note => expect(personalIn(note)).toEqual([]));
