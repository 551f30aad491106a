import type { Taken } from './mail-sink.ts';

interface Report {
  action?: 'failed' | 'delayed' | 'delivered';
  status?: string;
  /** Whether it brings back the letter, its headers alone, or nothing. */
  brings?: 'letter' | 'headers' | 'nothing';
  /** Where it was sent to; else to where the letter said that it comes back. */
  to?: string;
}

/** What a mail server sends back of a letter that it took and could not deliver (RFC 3464). */
export function deliveryReport(
  letter: Taken,
  { action = 'failed', status = '5.1.1', brings = 'letter', to = letter.from }: Report = {},
): string {
  const headers = letter.raw.slice(0, letter.raw.indexOf('\r\n\r\n'));
  const parts = [
    `Content-Type: text/plain; charset=utf-8\r\n\r\nI'm sorry, ${letter.to} could not be reached.`,
    `Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.test.invalid\r\n\r\nFinal-Recipient: rfc822; ${letter.to}\r\n` +
      `Action: ${action}\r\nStatus: ${status}\r\nDiagnostic-Code: smtp; 550 ${status}\r\n <${letter.to}>: no such user`,
    ...(brings === 'letter' ? [`Content-Type: message/rfc822\r\n\r\n${letter.raw}`] : []),
    ...(brings === 'headers' ? [`Content-Type: text/rfc822-headers\r\n\r\n${headers}`] : []),
  ];
  const about = `From: MAILER-DAEMON@mx.test.invalid\r\nTo: ${to}\r\nSubject: Undelivered\r\nMIME-Version: 1.0\r\n`;
  const type = 'Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"\r\n\r\n';
  return `${about}${type}${parts.map(part => `--=_b\r\n${part}\r\n`).join('')}--=_b--\r\n`;
}

export const awayUntilMonday = (letter: Taken): string =>
  `From: someone@test.invalid\r\nTo: ${letter.from}\r\nSubject: Absente\r\nAuto-Submitted: auto-replied\r\n\r\nDe retour lundi.\r\n`;
