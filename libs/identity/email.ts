const shape = /^[^\s@<>"']+@[^\s@<>"']+$/;
const LONGEST = 254;

/** The address as we keep it; null for what cannot be one. Whether it is somebody's, only a mail can tell. */
export function emailFrom(text: string): string | null {
  const email = text.trim().normalize('NFC').toLowerCase();
  return shape.test(email) && email.length <= LONGEST ? email : null;
}
