import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Seals } from '#libs/platform';

const SECRET = 'answer-form';

/** A form of ours, and no other, may be sent: its nonce is made for one request, and each form is one act however often it is sent. */
@Injectable()
export class FormSeal {
  constructor(@Inject(Seals) private readonly seals: Seals) {}

  async nonce(subject: string): Promise<string> {
    const random = randomBytes(16).toString('base64url');
    return `${random}.${(await this.seals.seal(SECRET, `${subject} ${random}`)).toString('base64url')}`;
  }

  async made(subject: string, nonce: string): Promise<boolean> {
    const [random = '', sealed = ''] = nonce.split('.');
    return this.seals.isSeal(SECRET, `${subject} ${random}`, Buffer.from(sealed, 'base64url'));
  }
}
