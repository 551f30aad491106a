/** Whether a device is told through one of these services: origins, or `https://*.example.org` for whatever is below it. */
export function isPushService(endpoint: string, services: readonly string[]): boolean {
  if (!URL.canParse(endpoint)) return false;
  const { origin, username, password } = new URL(endpoint);
  if (username || password) return false;
  return services.some(service => {
    const [before, below] = service.split('*.');
    return below === undefined ? origin === service : origin.startsWith(before!) && origin.endsWith(`.${below}`);
  });
}
