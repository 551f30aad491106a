/** The answer took longer than a caller should wait. What was begun may still be done. */
export class DeadlinePassed extends Error {}

/** Refused before anything could be asked of the database. */
const notReached =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|57P03|53300|timeout exceeded when trying to connect|Connection terminated due to connection timeout|not currently accepting connections/;
/** PostgreSQL rolled it back: a lock or a statement took too long, a deadlock, no room, read-only. */
const rolledBack = /^(55P03|57014|40001|40P01|53\w{3}|25006|25P03)$/;
const broken =
  /ECONNRESET|EPIPE|ETIMEDOUT|57P01|57P02|^08\w{3}$|Connection terminated|Client has encountered a connection error|Query read timeout|not queryable/;

interface Faulty extends Error {
  code?: unknown;
  driverError?: Error & { code?: unknown };
}

const signs = (error: Faulty): string[] =>
  [error.code, error.message, error.driverError?.code, error.driverError?.message].filter(sign => typeof sign === 'string');

const shows = (error: Error, pattern: RegExp): boolean => signs(error).some(sign => pattern.test(sign));

/** The database is away, overloaded or gave up: it is not our mistake, and trying again may help. */
export const isUnreachable = (error: Error): boolean => [notReached, rolledBack, broken].some(pattern => shows(error, pattern));

/** Certain, not only likely: a connection that broke may have broken after the commit. */
export const nothingWasSaved = (error: Error): boolean => shows(error, notReached) || shows(error, rolledBack);
