const drawn = {
  check: 'm4.5 10.5 3.6 3.6 7.4-8.2',
  clock: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14ZM10 6v4.2l2.8 1.8',
  close: 'm5 5 10 10M15 5 5 15',
  warning: 'M10 3 17.5 16.5h-15ZM10 8v4m0 2.2v.1',
  list: 'M7 5.5h9.5M7 10h9.5M7 14.5h9.5M3.5 5.5h.1M3.5 10h.1M3.5 14.5h.1',
  live: 'M10 8.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8ZM6.6 6.6a4.8 4.8 0 0 0 0 6.8M13.4 6.6a4.8 4.8 0 0 1 0 6.8M4 4a8.5 8.5 0 0 0 0 12M16 4a8.5 8.5 0 0 1 0 12',
  person: 'M10 3.8a3.2 3.2 0 1 1 0 6.4 3.2 3.2 0 0 1 0-6.4ZM3.8 16.8c.8-3 3.2-4.6 6.2-4.6s5.4 1.6 6.2 4.6',
  phone: 'M4 4.5c0 6.4 5.1 11.5 11.5 11.5l1-3.2-3.6-1.6-1.5 1.6c-1.9-.9-3.3-2.3-4.2-4.2l1.6-1.5L7.2 3.5Z',
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm4.2 9.7 3.8 3.8',
  undo: 'M7.5 5 3.5 9l4 4M3.5 9h8a4 4 0 0 1 0 8H9',
  calendar: 'M4 5.5h12v11H4ZM4 9h12M7 3.5v3.5M13 3.5v3.5',
  minus: 'M4.5 10h11',
  plus: 'M4.5 10h11M10 4.5v11',
  arrow: 'M4 10h12m-4.5-4.5L16 10l-4.5 4.5',
  pin: 'M10 17.5s5.5-4.8 5.5-9.1a5.5 5.5 0 0 0-11 0c0 4.3 5.5 9.1 5.5 9.1ZM10 6.4a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8Z',
  sun: 'M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM10 2.5v1.5M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1 1M14.3 14.3l1 1M4.7 15.3l1-1M14.3 5.7l1-1',
  moon: 'M16 11.8A6.5 6.5 0 0 1 8.2 4a6.5 6.5 0 1 0 7.8 7.8Z',
  screen: 'M3.5 4.5h13v9h-13ZM7.5 16.5h5M10 13.5v3',
  out: 'M12 4H4.5v12H12M9 10h8m-3-3 3 3-3 3',
  pen: 'm4 16 .8-3.4L13.4 4 16 6.6 7.4 15.2 4 16Zm8-10.600L14.6 8',
  mail: 'M3.5 5.5h13v9.5h-13ZM3.5 6l6.5 5 6.5-5',
  target: 'M10 5.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9ZM10 2.5v3M10 14.5v3M2.5 10h3M14.5 10h3',
  triangle: 'M10 3.5 17 16H3Z',
  chevron: 'm5 8 5 5 5-5',
  forward: 'm8 5 5 5-5 5',
  map: 'm3.5 5.5 4.3-2 4.4 2 4.3-2v11l-4.3 2-4.4-2-4.3 2ZM7.8 3.5v11M12.2 5.5v11',
} as const;

export type IconName = keyof typeof drawn;

/** Drawn with the ink of the words beside it; never alone, never read aloud. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={drawn[name]} />
    </svg>
  );
}
