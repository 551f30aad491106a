export { csvLine } from './export-rows.ts';
export { fieldsAsked } from './fields-asked.ts';
export { FinderModule } from './finder.module.ts';
export { SelectServices } from './select-services.ts';
export { type Frame, instant, inWords, told, when } from './plain/frame.ts';
export { PlainFacts } from './plain/plain-facts.query.ts';
export { phoneLinks, statusLines } from './plain/said.ts';
export { openingLine } from './plain/service-page.ts';
export { Services } from './services.query.ts';
