import { Inject, Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Clock } from '#libs/kernel';
import { Rate, type RequestContext, UnitOfWork } from '#libs/platform';
import { hashOf, newSecret } from '../secret.ts';
import { newCode } from './display-code.ts';
import { DisplayCodeEntity } from './display.entity.ts';

const QUARTER = 15 * 60_000;
/** A screen that was linked in its last second may still come for it. */
const KEPT = 24 * 3_600_000;

/** A screen asks to be somebody's: the code is for people, the proof stays with the screen. */
@Injectable()
export class RequestDisplayCode {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(Rate) private readonly rate: Rate,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(request: RequestContext): Promise<{ code: string; proof: string; endsAt: Date }> {
    await this.rate.signInTry(request.address);
    const [code, proof, now] = [newCode(), newSecret(), this.clock.now()];
    const endsAt = new Date(now.getTime() + QUARTER);
    await this.unitOfWork.run(async tx => {
      await tx.manager.delete(DisplayCodeEntity, { endsAt: LessThan(new Date(now.getTime() - KEPT)) });
      await tx.manager.insert(DisplayCodeEntity, { codeHash: hashOf(code), proofHash: hashOf(proof), endsAt });
    });
    return { code, proof, endsAt };
  }
}
