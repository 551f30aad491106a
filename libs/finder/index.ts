export { fieldsAsked } from './fields-asked.ts';
export { FinderModule } from './finder.module.ts';
export { SelectServices } from './select-services.ts';
