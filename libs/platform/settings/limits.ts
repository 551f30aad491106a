/** Every bound of the door in one place; `FANAL_LIMITS` (JSON) overrides any of them. Sizes in bytes, times in milliseconds. */
export const defaultLimits = {
  bodyBytes: 256 * 1024,
  documentCharacters: 30_000,
  documentTokens: 1_500,
  depth: 12,
  aliases: 30,
  rootFields: 20,
  mutationRootFields: 3,
  directives: 30,
  definitions: 60,
  errors: 5,
  /** What an operation may ask for at most, in fields times the length of the lists they lie in: of anybody, and of who is signed in. */
  costOfAnybody: 40_000,
  costSignedIn: 100_000,
  rootListCost: 2_000,
  listItems: 200,
  /** Operations of those who are not signed in that are answered at once; the others wait their turn, within the deadline. */
  anybodyAtOnce: 8,
  executionMs: 5_000,
  requestMs: 20_000,
  /** A connection on which nothing moves is cut: whoever reads nothing of their answer holds nothing of ours. */
  unreadMs: 10_000,
  /** Files of a list that are written at once: for all who are not signed in, for all who are, for one of either. */
  exportsForAnybodyAtOnce: 4,
  exportsSignedInAtOnce: 4,
  exportsForOneAtOnce: 2,
  /** Whoever waits for a file waits longer than a reader who does not read may hold one. */
  exportWaitMs: 12_000,
  exportMs: 120_000,
  headersMs: 10_000,
  socketMessageBytes: 256 * 1024,
  socketInitMs: 5_000,
  socketPingMs: 20_000,
  socketDeadMs: 45_000,
  socketOperations: 100,
  socketMessagesPerSecond: 30,
  socketMessagesBurst: 200,
  socketsPerAddress: 50,
  socketsPerAccount: 20,
  socketBufferedBytes: 4 * 1024 * 1024,
  signInLinksPerAddressPerHour: 30,
  signInLinksPerAccountPerHour: 5,
  signInTriesPerAddressPerHour: 60,
  contradictionsPerAddressPerHour: 20,
  routingReportsPerAddressPerHour: 20,
  /** After a routing problem has ended: how long it is still known who called. */
  keepRoutingCallersDays: 90,
  /** After a follow-up is done: how long it is still known who was called. */
  keepFollowUpsDays: 30,
  /** After an emergency was raised: how long it is still known where. */
  keepEmergenciesHours: 24,
  /** Links that are none; those that are do not count. */
  badLinksPerAddressPerHour: 60,
  requestsPerAddressPerMinute: 3_000,
  /** A message that is refused for now: how long it waits at first, at most, and how many tries it has. */
  outgoingPauseMs: 5 * 60_000,
  outgoingPauseMostMs: 4 * 3_600_000,
  outgoingTries: 12,
  /** What lies behind a channel is away: how long until it is tried again, at first and at most. */
  lanePauseMs: 1_000,
  lanePauseMostMs: 60_000,
  /** How long a mail server may take to answer a connection, and to answer at all (RFC 5321 asks for minutes after the last dot). */
  mailConnectMs: 10_000,
  mailAnswerMs: 5 * 60_000,
  /** How often what came back of our mail is looked for. */
  bouncesEveryMs: 30_000,
  /** How long is kept what has served: links past their end, messages that left or were withdrawn, keys by which commands are known again. */
  keepEndedLinksDays: 30,
  keepOutgoingDays: 90,
  keepIdempotencyDays: 30,
  /** What a counsellor typed freely of a need, and a call that was begun and never recorded. */
  keepNotesDays: 90,
  keepDraftsDays: 7,
  /** Loopback is a proxy or a tool on this machine, never one visitor: what is counted per caller is multiplied there. */
  loopbackFactor: 100,
};
export type Limits = typeof defaultLimits;
