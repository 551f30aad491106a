// Run by test.mjs before the tests.
import 'reflect-metadata';
import { migrate } from '#libs/platform';
import { makeTemplate } from './test-database.ts';

await makeTemplate(url => migrate(url));
