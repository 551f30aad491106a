export { ForgetNotes } from './contacts/forget-notes.ts';
export { RecordContact } from './contacts/record-contact.command.ts';
export { ImportNeeds, type NeedsImported } from './files/import-needs.command.ts';
export { NeedsFileRefused, type NeedsProblem } from './files/needs-table.ts';
export { NeedsImportModule } from './needs-import.module.ts';
export { NeedsModule } from './needs.module.ts';
export { ForgetPersons } from './persons/forget-persons.ts';
