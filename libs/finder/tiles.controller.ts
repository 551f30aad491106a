import { BadRequestException, Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DEEPEST, ServiceTiles } from './service-tiles.ts';

@Controller()
export class TilesController {
  constructor(@Inject(ServiceTiles) private readonly tiles: ServiceTiles) {}

  /** What a client keeps is asked for again, and seldom sent again. */
  @Get('tiles/services/:z/:x/:file')
  async services(@Param() given: Record<string, string>, @Req() request: Request, @Res() response: Response): Promise<void> {
    const [z, x, y] = addressOf(given);
    const tag = (version: string) => `"${version}-${z}-${x}-${y}"`;
    response.setHeader('cache-control', 'public, no-cache');
    const now = tag(await this.tiles.version());
    if (isKept(request.headers['if-none-match'], now)) return void response.status(304).setHeader('etag', now).end();
    const { version, bytes } = await this.tiles.tile(z, x, y);
    response.setHeader('etag', tag(version));
    response.setHeader('content-type', 'application/vnd.mapbox-vector-tile');
    response.status(200).end(Buffer.from(bytes));
  }
}

/** Any of those that are named, weak or not: a tile is the same to whoever reads it. */
const isKept = (named: string | undefined, tag: string): boolean =>
  named !== undefined && named.split(',').some(each => each.trim() === '*' || each.trim().replace(/^W\//, '') === tag);

/** 400 for what is no number, 404 for a tile that no map has. */
function addressOf({ z, x, file }: Record<string, string>): [z: number, x: number, y: number] {
  const y = /^(.*)\.mvt$/.exec(file ?? '')?.[1];
  if (y === undefined) throw new NotFoundException();
  if (![z, x, y].every(each => /^\d{1,9}$/.test(each ?? ''))) throw new BadRequestException();
  const [zoom, column, row] = [Number(z), Number(x), Number(y)];
  if (zoom > DEEPEST || column >= 2 ** zoom || row >= 2 ** zoom) throw new NotFoundException();
  return [zoom, column, row];
}
