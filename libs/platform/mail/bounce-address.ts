const shape = /\+([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@/i;

/** Where one letter comes back to: `bounce+<its id>@…`, so that whatever comes back says of which. */
export const bounceAddressOf = (address: string, id: string): string => address.replace('@', `+${id}@`);

/** Of which letter something came back. */
export const letterOf = (address: string): string | null => shape.exec(address)?.[1]?.toLowerCase() ?? null;
