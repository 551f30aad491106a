import { type Attachment, simpleParser } from 'mailparser';
import { letterOf } from '../bounce-address.ts';

export interface Bounce {
  letterId: string;
  /** `5.1.1` (RFC 3463): as the server that gave up says it; never its words, which hold addresses. */
  code: string;
}

const addressed = ['delivered-to', 'x-original-to', 'envelope-to', 'to'] as const;
const original = /^Message-ID:\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/im;
const options = { keepDeliveryStatus: true, skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true };

/**
 * What a delivery report (RFC 3464) says for good of a letter of ours. Null for whatever else comes to that address: one that is only late,
 * somebody who is away, what cannot be read.
 */
export async function bounceIn(raw: Buffer): Promise<Bounce | null> {
  const mail = await simpleParser(raw, options).catch(() => null);
  if (!mail) return null;
  const parts = (type: string) => mail.attachments.filter(part => part.contentType.startsWith(type)).map(textOf);
  const code = parts('message/delivery-status').map(failureIn).find(Boolean);
  if (!code) return null;
  const written = mail.headerLines.filter(({ key }) => addressed.some(name => name === key)).map(({ line }) => line);
  const returned = [...parts('message/rfc822'), ...parts('text/rfc822-headers')].map(text => original.exec(text)?.[1]?.toLowerCase());
  const letterId = [...written.map(letterOf), ...returned].find(Boolean);
  return letterId ? { letterId, code } : null;
}

const textOf = ({ content }: Attachment): string => content.toString('latin1');

/** Of the recipient of whom it is said that they have not got it. */
function failureIn(report: string): string | null {
  const recipients = report.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n\s*\n/);
  const failed = recipients.find(each => /^Action:\s*failed\b/im.test(each));
  if (failed === undefined) return null;
  const [, status] = /^Status:\s*([45]\.\d{1,3}\.\d{1,3})/im.exec(failed) ?? [];
  return status ?? '5.0.0'; // for good, and no more is known
}
