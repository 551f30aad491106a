import helmet from 'helmet';
import type { NextFunction, Request, Response } from 'express';

/** What a browser may do with our pages, and the one other origin it may ask, for the map. Without https nothing is said of it: a hub on a laptop has none. */
export function securityHeaders(https: boolean, basemap: string | null = null) {
  const self = ["'self'"];
  const andMap = basemap ? [...self, basemap] : self;
  const none = ["'none'"];
  const helmets = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: self,
        scriptSrc: self,
        styleSrc: self,
        imgSrc: [...andMap, 'data:', ...(basemap ? ['blob:'] : [])],
        fontSrc: self,
        connectSrc: andMap,
        workerSrc: self,
        manifestSrc: self,
        objectSrc: none,
        baseUri: none,
        formAction: self,
        frameAncestors: none,
      },
    },
    strictTransportSecurity: https && { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    response.setHeader('permissions-policy', 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()');
    helmets(request, response, next);
  };
}
