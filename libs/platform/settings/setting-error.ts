/** A wrong setting, said in one line. */
export class SettingError extends Error {}
