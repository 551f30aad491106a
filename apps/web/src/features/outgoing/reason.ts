/** What a code means for whoever watches; `other` where only the code can be said. */
const meant = [
  [/^WORKER_DIED$/, 'stopped'],
  [/^GIVEN_UP$/, 'givenUp'],
  [/^NOT_WANTED$/, 'notWanted'],
  [/^NOT_WRITTEN$/, 'notWritten'],
  [/_NOT_SET$/, 'notSet'],
  [/^(EAUTH|SMTP_53\d|HTTP_40[13])$/, 'notUs'],
  [/^(NOT_A_TELEPHONE|PUSH_SERVICE_UNKNOWN)$/, 'noSuch'],
  [/^(HTTP_404|HTTP_410)$/, 'gone'],
  [/^(SMTP_[45]52|SMTP_422|[45]\.2\.2)$/, 'full'],
  [/^(SMTP_55[0134]|5\.1\.\d+)$/, 'refusedAddress'],
  [/^(SMTP_5\d\d|5\.\d+\.\d+)$/, 'refused'],
  [/^(SMTP_4\d\d|4\.\d+\.\d+|HTTP_429|HTTP_5\d\d)$/, 'later'],
  [/^(E[A-Z]+|UND_ERR\w*|TimeoutError|AbortError|\w*(CERT|TLS|SSL)\w*)$/, 'noAnswer'],
] as const;

export type Why = (typeof meant)[number][1] | 'other';

export const whyOf = (code: string): Why => meant.find(([form]) => form.test(code))?.[1] ?? 'other';
