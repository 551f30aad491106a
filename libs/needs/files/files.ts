import { ContactsLine } from './contacts-line.controller.ts';
import { GapsFile } from './gaps-file.controller.ts';
import { ImportCodes } from './import-codes.ts';
import { ImportNeeds } from './import-needs.command.ts';
import { MonthlyTotals } from './monthly-totals.ts';
import { PastRecords } from './past-records.ts';
import { RecordOnce } from './record-once.ts';
import { TerritoryNames } from './territory-names.ts';

/** What comes in and goes out as files and lines. */
export const fileDoors = [ContactsLine, GapsFile];
export const fileParts = [RecordOnce, TerritoryNames];
export const importParts = [ImportCodes, ImportNeeds, MonthlyTotals, PastRecords];
