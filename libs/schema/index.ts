export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A day, `2026-03-02`. */
  Date: { input: string; output: string; }
  /** An instant, RFC 3339, in UTC. */
  DateTime: { input: Date; output: Date; }
  /** A geometry as GeoJSON has it (RFC 7946), in WGS 84. */
  GeoJson: { input: unknown; output: unknown; }
  /** A place in the log: `<epoch>.<19 zero-padded digits>`. Opaque, compares as text, one sequence for every kind of event. */
  Position: { input: string; output: string; }
  /** A time of day where the service is, `09:00`. */
  TimeOfDay: { input: string; output: string; }
};

export type AcceptInvitationResult = LinkNotValid | MembershipNotAsked | SignedIn;

export type Accessibility = {
  description?: Maybe<LocalizedText>;
  details?: Maybe<LocalizedText>;
  url?: Maybe<Scalars['String']['output']>;
};

export type Account = {
  displayName: Scalars['String']['output'];
  email: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  language: Scalars['String']['output'];
};

export type AcknowledgeGapInput = {
  gapId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
};

export type AddCrisisAreaInput = {
  crisisId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  leadOrganizationId?: InputMaybe<Scalars['ID']['input']>;
  phase: CrisisPhase;
  territory: Scalars['String']['input'];
};

export type AddCrisisAreaResult = CrisisAreaAdded | CrisisNotFound | IdempotencyKeyReused | InvalidStep;

export type AddressGapInput = {
  gapId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  serviceId?: InputMaybe<Scalars['ID']['input']>;
};

/** `n`: null: fewer than 5. */
export type AgeCount = {
  ageGroup: AgeGroup;
  n?: Maybe<Scalars['Int']['output']>;
};

export type AgeGroup =
  | 'AGE_0_12'
  | 'AGE_13_17'
  | 'AGE_18_24'
  | 'AGE_25_34'
  | 'AGE_35_49'
  | 'AGE_50_64'
  | 'AGE_65_74'
  | 'AGE_75_PLUS'
  | 'UNKNOWN';

export type AlikeContactsInput = {
  ageGroup?: InputMaybe<AgeGroup>;
  kind: Scalars['String']['input'];
  language: Scalars['String']['input'];
  municipality?: InputMaybe<Scalars['String']['input']>;
  neighbourhood?: InputMaybe<Scalars['String']['input']>;
  withinMinutes?: InputMaybe<Scalars['Int']['input']>;
};

export type AnswerByPosterInput = {
  answers: Array<ServiceAnswer>;
  /** « Nothing has changed » for these; those of a count or a passed end are left out where there are several. */
  confirmed?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** 60 characters at most; for 211 and the organization's own people. */
  firstName: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  pin: Scalars['String']['input'];
  /** What the person saw; what was said since is not confirmed. */
  seenAt?: InputMaybe<Scalars['DateTime']['input']>;
  token: Scalars['String']['input'];
};

export type AnswerByPosterResult = IdempotencyKeyReused | InvalidCapacity | InvalidFirstName | InvalidTime | PosterAnswered | PosterNotValid | TextTooLong;

export type AnswerCallUpByLinkInput = {
  answer: CallUpAnswer;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  token: Scalars['String']['input'];
};

export type AnswerCallUpByLinkResult = CallUpAnswered | CallUpFilled | CallUpOver | IdempotencyKeyReused | LinkNotValid;

export type AnswerCallUpInput = {
  answer: CallUpAnswer;
  callUpId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type AnswerCallUpResult = CallUpAnswered | CallUpFilled | CallUpNotFound | CallUpOver | IdempotencyKeyReused;

export type AnswerGapInput = {
  answer: GapAnswerKind;
  from?: InputMaybe<Scalars['Date']['input']>;
  gapId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
};

export type AnswerQuestionInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  instructionId: Scalars['ID']['input'];
  questionId: Scalars['ID']['input'];
};

export type AnswerUpdateRequestInput = {
  answers: Array<ServiceAnswer>;
  /** « Nothing has changed » for these; those of a count or a passed end are left out where there are several. */
  confirmed?: InputMaybe<Array<Scalars['ID']['input']>>;
  facts?: InputMaybe<Array<FactAnswer>>;
  /** For 211 alone. */
  freeText?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** When they said so, where that was before it could be sent; never later than now. */
  saidAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What the person saw; what was said since is not confirmed. */
  seenAt?: InputMaybe<Scalars['DateTime']['input']>;
  token: Scalars['String']['input'];
};

export type AnswerUpdateRequestResult = IdempotencyKeyReused | InvalidCapacity | InvalidTime | LinkNotValid | TextTooLong | UpdateRequestAnswered;

/** How an organization's word came, once it had been asked. */
export type AnsweredBy =
  | 'ACCOUNT'
  | 'LINK'
  | 'POSTER'
  | 'RELAY'
  | 'TELEPHONE'
  | 'VISIT';

export type AnswersOfHour = {
  at: Scalars['DateTime']['output'];
  n: Scalars['Int']['output'];
};

export type AreaLeadSet = {
  crisis: Crisis;
};

/** `contactKey`: a UUID that the desk makes for the contact. `language`: BCP 47. */
export type AskInterpretationInput = {
  contactKey: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  language: Scalars['String']['input'];
};

export type AskInterpretationResult = IdempotencyKeyReused | InterpretationAsked;

export type AskQuestionInput = {
  crisisId?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  text: Scalars['String']['input'];
};

export type AskQuestionResult = CrisisNotFound | IdempotencyKeyReused | InvalidQuestion | QuestionAsked;

export type AskedQuestion = {
  asked: Scalars['Int']['output'];
  crisisId?: Maybe<Scalars['ID']['output']>;
  firstAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** What answers it; null once it was withdrawn or has expired. */
  instructionId?: Maybe<Scalars['ID']['output']>;
  lastAt: Scalars['DateTime']['output'];
  outcome?: Maybe<QuestionOutcome>;
  /** As it was first asked. */
  text: Scalars['String']['output'];
};

/** `why`: it cannot be confirmed with others; null where it can. */
export type AskedService = {
  organization: Organization;
  service: Service;
  why?: Maybe<LeftOutReason>;
};

export type AssignGapInput = {
  gapId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
};

/** `address`: a MapLibre style, or raster tiles by their pattern. `credit`: who is to be named. */
export type Basemap = {
  address: Scalars['String']['output'];
  credit?: Maybe<Scalars['String']['output']>;
};

export type Bbox = {
  east: Scalars['Float']['input'];
  north: Scalars['Float']['input'];
  south: Scalars['Float']['input'];
  west: Scalars['Float']['input'];
};

export type Call = {
  /** Who calls. */
  by: Scalars['String']['output'];
  callBackAt?: Maybe<Scalars['DateTime']['output']>;
  claimEndsAt: Scalars['DateTime']['output'];
  claimedAt: Scalars['DateTime']['output'];
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  mine: Scalars['Boolean']['output'];
  note?: Maybe<Scalars['String']['output']>;
  organizationId: Scalars['ID']['output'];
  /** None: it was let go. */
  result?: Maybe<CallResult>;
};

export type CallChange = {
  call: Call;
  occurredAt: Scalars['DateTime']['output'];
  position: Scalars['Position']['output'];
};

export type CallClaimed = {
  call: Call;
};

export type CallEndResult = CallEnded | CallNotYours | IdempotencyKeyReused | InvalidCallResult;

export type CallEnded = {
  call: Call;
};

/** Ended already, never made, or another's. */
export type CallNotYours = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/** What came of a call. */
export type CallResult =
  | 'ANSWERED'
  | 'CALL_BACK'
  | 'NO_ANSWER'
  | 'REFUSED'
  | 'VOICEMAIL'
  | 'WRONG_NUMBER';

/** Somebody else calls it. */
export type CallTaken = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type CallUp = {
  called: Array<Called>;
  confirmed: Scalars['Int']['output'];
  counts: CallUpCounts;
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  from: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  languages: Array<Scalars['String']['output']>;
  line?: Maybe<Line>;
  madeAt: Scalars['DateTime']['output'];
  madeBy?: Maybe<Scalars['String']['output']>;
  to: Scalars['DateTime']['output'];
  trainings: Array<Scalars['String']['output']>;
  /** How many are wanted, and how many have a place. */
  wanted: Scalars['Int']['output'];
};

export type CallUpAnswer =
  | 'LATER'
  | 'NO'
  | 'YES';

export type CallUpAnswered = {
  callUp: MyCallUp;
};

export type CallUpChange = {
  callUp: CallUp;
  occurredAt: Scalars['DateTime']['output'];
  position: Scalars['Position']['output'];
};

export type CallUpCounts = {
  called: Scalars['Int']['output'];
  later: Scalars['Int']['output'];
  no: Scalars['Int']['output'];
  pending: Scalars['Int']['output'];
  yes: Scalars['Int']['output'];
};

export type CallUpEnded = {
  callUp: CallUp;
};

/** Others were sooner. */
export type CallUpFilled = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/** Unknown, or one for which somebody else was called. */
export type CallUpNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type CallUpOver = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/** `languages`, `trainings`: one of the languages, all of the trainings; none: any. */
export type CallUpRosterInput = {
  count: Scalars['Int']['input'];
  from: Scalars['DateTime']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  languages?: Array<Scalars['String']['input']>;
  lineCode: Scalars['String']['input'];
  to: Scalars['DateTime']['input'];
  trainings?: Array<Scalars['String']['input']>;
};

export type CallUpRosterResult = IdempotencyKeyReused | InvalidCallUp | LineNotFound | RosterCalledUp;

export type Called = {
  accountId: Scalars['ID']['output'];
  answer?: Maybe<CallUpAnswer>;
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  name: Scalars['String']['output'];
};

/** Codes of territories, or their names; `postalPrefix`: `H7G`. */
export type CallerInput = {
  ageGroup?: InputMaybe<AgeGroup>;
  gender?: InputMaybe<Gender>;
  municipality?: InputMaybe<Scalars['String']['input']>;
  neighbourhood?: InputMaybe<Scalars['String']['input']>;
  postalPrefix?: InputMaybe<Scalars['String']['input']>;
};

export type CallerIs =
  | 'NEIGHBOUR'
  | 'PROFESSIONAL'
  | 'RELATIVE'
  | 'SELF';

export type Campaign = {
  answeredOrganizations: Scalars['Int']['output'];
  /** Organizations that answered, by the hour they did. */
  answersByHour: Array<AnswersOfHour>;
  askCapacity: Scalars['Boolean']['output'];
  /** Organizations, whoever is written to for them. */
  asked: Scalars['Int']['output'];
  /** By the former towns where its services are; null: in none. One in two towns counts in both. */
  byTerritory: Array<CampaignTerritory>;
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Beside the previous one, at the same age; null where there is none, or while it has not been sent. */
  comparison?: Maybe<CampaignComparison>;
  /** Of its requests, how many are in each state. */
  counts: CampaignCounts;
  crisis?: Maybe<Crisis>;
  dueAt: Scalars['DateTime']['output'];
  facts: Array<FactKind>;
  filter: CampaignFilter;
  id: Scalars['ID']['output'];
  madeAt: Scalars['DateTime']['output'];
  madeByName: Scalars['String']['output'];
  message: LocalizedText;
  name: LocalizedText;
  /** The last one of the same rule, or of the same audience. */
  previous?: Maybe<Campaign>;
  question?: Maybe<LocalizedText>;
  quietFrom?: Maybe<Scalars['TimeOfDay']['output']>;
  quietTo?: Maybe<Scalars['TimeOfDay']['output']>;
  remindAfterHours: Array<Scalars['Int']['output']>;
  /** Each organization that is asked, by name. For the 211 alone: null for others. At most 500 at a time. */
  requests?: Maybe<CampaignRequestConnection>;
  /** By which rule it was made. */
  ruleId?: Maybe<Scalars['ID']['output']>;
  sendAt?: Maybe<Scalars['DateTime']['output']>;
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  state: CampaignState;
  subject: LocalizedText;
  /** Asked, though nobody can write to them: no address, or they want no mail. */
  withoutAddress: Scalars['Int']['output'];
};


export type CampaignRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  answered?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  states?: InputMaybe<Array<RequestState>>;
  withoutAddress?: InputMaybe<Scalars['Boolean']['input']>;
};

export type CampaignAudience = {
  /** How they like to be asked; null: not said. */
  byChannel: Array<ChannelCount>;
  /** Of requests: `fr`, `en`. */
  byLanguage: Array<CampaignLanguageCount>;
  organizations: Scalars['Int']['output'];
  /** Of those who are written to, through who speaks for them. */
  reachableByRelay: Scalars['Int']['output'];
  /** How many mails that makes, one to each who is written to. */
  requests: Scalars['Int']['output'];
  services: Scalars['Int']['output'];
  /** The first 200 of those without an address, by name. For the 211 alone: null for others. */
  unreachable?: Maybe<Array<Organization>>;
  /** Nobody can write to them: no address, or they want no mail. */
  withoutAddress: Scalars['Int']['output'];
};

export type CampaignBox = {
  east: Scalars['Float']['output'];
  north: Scalars['Float']['output'];
  south: Scalars['Float']['output'];
  west: Scalars['Float']['output'];
};

export type CampaignChange = {
  campaign: Campaign;
  occurredAt: Scalars['DateTime']['output'];
  position: Scalars['Position']['output'];
};

export type CampaignChanged = {
  campaign: Campaign;
};

/** Shares of the organizations that were asked, and half of those who answered had done so after so many minutes. */
export type CampaignComparison = {
  answeredShare: Scalars['Float']['output'];
  hours: Scalars['Float']['output'];
  medianMinutes?: Maybe<Scalars['Float']['output']>;
  previousAnsweredShare: Scalars['Float']['output'];
  previousMedianMinutes?: Maybe<Scalars['Float']['output']>;
};

export type CampaignConnection = {
  edges: Array<CampaignEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type CampaignCounts = {
  answered: Scalars['Int']['output'];
  bounced: Scalars['Int']['output'];
  declined: Scalars['Int']['output'];
  expired: Scalars['Int']['output'];
  opened: Scalars['Int']['output'];
  pending: Scalars['Int']['output'];
  sent: Scalars['Int']['output'];
};

export type CampaignEdge = {
  cursor: Scalars['String']['output'];
  node: Campaign;
};

/** As `ServiceFilter` was given. */
export type CampaignFilter = {
  bbox?: Maybe<CampaignBox>;
  categories?: Maybe<Array<Scalars['String']['output']>>;
  crisisId?: Maybe<Scalars['ID']['output']>;
  languages?: Maybe<Array<Scalars['String']['output']>>;
  near?: Maybe<CampaignNear>;
  openAt?: Maybe<Scalars['DateTime']['output']>;
  organizations?: Maybe<Array<Scalars['ID']['output']>>;
  serving?: Maybe<CampaignPoint>;
  states?: Maybe<Array<ServiceState>>;
  territory?: Maybe<Scalars['String']['output']>;
  text?: Maybe<Scalars['String']['output']>;
  toConfirm?: Maybe<Scalars['Boolean']['output']>;
};

export type CampaignLanguageCount = {
  language: Scalars['String']['output'];
  n: Scalars['Int']['output'];
};

export type CampaignNear = {
  latitude: Scalars['Float']['output'];
  longitude: Scalars['Float']['output'];
  withinKm: Scalars['Float']['output'];
};

export type CampaignNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type CampaignPlanned = {
  campaign: Campaign;
};

export type CampaignPoint = {
  latitude: Scalars['Float']['output'];
  longitude: Scalars['Float']['output'];
};

/** `organization`: null where the audience is empty. The link in it leads nowhere. */
export type CampaignPreview = {
  html: Scalars['String']['output'];
  language: Scalars['String']['output'];
  organization?: Maybe<Organization>;
  subject: Scalars['String']['output'];
  text: Scalars['String']['output'];
};

/** `relay`: who is asked in its place. Without a request, nobody can write to it. */
export type CampaignRequest = {
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  answeredBy?: Maybe<AnsweredBy>;
  bounceCode?: Maybe<Scalars['String']['output']>;
  language?: Maybe<Scalars['String']['output']>;
  openedAt?: Maybe<Scalars['DateTime']['output']>;
  organization: Organization;
  relay?: Maybe<Organization>;
  reminders: Scalars['Int']['output'];
  requestId?: Maybe<Scalars['ID']['output']>;
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  services: Array<Scalars['ID']['output']>;
  state?: Maybe<RequestState>;
};

export type CampaignRequestConnection = {
  edges: Array<CampaignRequestEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type CampaignRequestEdge = {
  cursor: Scalars['String']['output'];
  node: CampaignRequest;
};

export type CampaignState =
  | 'CANCELLED'
  | 'CLOSED'
  | 'DRAFT'
  | 'PAUSED'
  | 'RUNNING'
  | 'SCHEDULED';

export type CampaignStepDone = {
  campaign: Campaign;
};

export type CampaignStepInput = {
  campaignId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What is asked does not follow from where the campaign stands. */
export type CampaignStepRefused = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type CampaignStepResult = CampaignNotFound | CampaignStepDone | CampaignStepRefused | IdempotencyKeyReused | InvalidCampaign;

export type CampaignTerritory = {
  answered: Scalars['Int']['output'];
  asked: Scalars['Int']['output'];
  territory?: Maybe<Territory>;
};

/** It ages on its own, whatever the word does: from `agesAt` on, nobody is sure of it. */
export type Capacity = {
  agesAt: Scalars['DateTime']['output'];
  asOf: Scalars['DateTime']['output'];
  available: Scalars['Int']['output'];
  stale: Scalars['Boolean']['output'];
  total?: Maybe<Scalars['Int']['output']>;
  unit: LocalizedText;
};

/** `unit`: none means as before; `asOf`: none means when it was observed. */
export type CapacityInput = {
  asOf?: InputMaybe<Scalars['DateTime']['input']>;
  available: Scalars['Int']['input'];
  total?: InputMaybe<Scalars['Int']['input']>;
  unit?: InputMaybe<LocalizedTextInput>;
};

export type Category = {
  code: Scalars['String']['output'];
  name: LocalizedText;
};

export type CategoryFacet = {
  category: Category;
  n: Scalars['Int']['output'];
};

/** One thing that happened. `kind`: service-status-reported, -confirmed, -turned, -contradicted, service-history-entered, contradiction-settled, freshness-recounted, crisis-opened, crisis-phase-changed, crisis-freshness-set, local-emergency-declared, local-emergency-ended, mission-set. */
export type Change = {
  kind: Scalars['String']['output'];
  occurredAt: Scalars['DateTime']['output'];
  position: Scalars['Position']['output'];
  /** The id of what it happened to. */
  subject: Scalars['ID']['output'];
};

export type ChangeCampaignInput = {
  askCapacity?: InputMaybe<Scalars['Boolean']['input']>;
  campaignId: Scalars['ID']['input'];
  crisisId?: InputMaybe<Scalars['ID']['input']>;
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  facts?: InputMaybe<Array<FactKind>>;
  filter?: InputMaybe<ServiceFilter>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  message?: InputMaybe<LocalizedTextInput>;
  name?: InputMaybe<LocalizedTextInput>;
  question?: InputMaybe<LocalizedTextInput>;
  quietFrom?: InputMaybe<Scalars['TimeOfDay']['input']>;
  quietTo?: InputMaybe<Scalars['TimeOfDay']['input']>;
  remindAfterHours?: InputMaybe<Array<Scalars['Int']['input']>>;
  subject?: InputMaybe<LocalizedTextInput>;
};

export type ChangeCampaignResult = CampaignChanged | CampaignNotFound | CampaignStepRefused | IdempotencyKeyReused | InvalidCampaign;

export type ChangeConnection = {
  edges: Array<ChangeEdge>;
  pageInfo: PageInfo;
};

export type ChangeCrisisPhaseInput = {
  /** None: all areas. */
  areaId?: InputMaybe<Scalars['ID']['input']>;
  crisisId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  phase: CrisisPhase;
  reason: Scalars['String']['input'];
};

export type ChangeCrisisPhaseResult = CrisisNotFound | CrisisPhaseChanged | IdempotencyKeyReused | InvalidStep;

export type ChangeEdge = {
  cursor: Scalars['String']['output'];
  node: Change;
};

export type ChannelCount = {
  channel?: Maybe<ContactChannel>;
  n: Scalars['Int']['output'];
};

export type ClaimCallInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
};

export type ClaimCallResult = CallClaimed | CallTaken | IdempotencyKeyReused | OrganizationToReachNotFound;

export type ClaimFollowUpInput = {
  followUpId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type ClaimMembershipInput = {
  displayName: Scalars['String']['input'];
  email: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  language?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
};

export type ClaimMembershipResult = IdempotencyKeyReused | MembershipClaimed | MembershipNotAsked;

export type ClaimNextRoundEntryInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  roundId: Scalars['ID']['input'];
};

export type ClaimNextRoundEntryResult = IdempotencyKeyReused | NotToCall | PersonNotFound | RoundEntryClaimed;

export type CloseGapInput = {
  gapId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
};

export type CloseRoundInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  roundId: Scalars['ID']['input'];
};

export type CloseRoundResult = IdempotencyKeyReused | NotToCall | PersonNotFound | RoundChanged;

export type CommentOnGapInput = {
  gapId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  note: Scalars['String']['input'];
};

/** `unit`: a CommitmentUnit, in capitals or not; `per`: ONCE unless said. */
export type CommitToGapInput = {
  gapId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
  per?: InputMaybe<CommitmentPer>;
  quantity: Scalars['Int']['input'];
  unit: Scalars['String']['input'];
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** `unit`: a CommitmentUnit, in the capitals that it was said in. `delivered`, of `quantity` for once, or in all for each day or week. `releasedAt`: it is not kept. */
export type Commitment = {
  delivered: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  madeAt: Scalars['DateTime']['output'];
  organization: Organization;
  per: CommitmentPer;
  quantity: Scalars['Int']['output'];
  releaseReason?: Maybe<Scalars['String']['output']>;
  releasedAt?: Maybe<Scalars['DateTime']['output']>;
  unit: Scalars['String']['output'];
  until?: Maybe<Scalars['Date']['output']>;
};

export type CommitmentLimitSet = {
  most: Scalars['Int']['output'];
  unit: CommitmentUnit;
};

export type CommitmentPer =
  | 'DAY'
  | 'ONCE'
  | 'WEEK';

/** In what an organization commits itself. */
export type CommitmentUnit =
  | 'BASKET'
  | 'HOUR'
  | 'HOUSEHOLD'
  | 'MASK'
  | 'MEAL'
  | 'NIGHT'
  | 'TRIP';

export type CompleteFollowUpInput = {
  followUpId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  outcome: FollowUpOutcome;
  unmetReason?: InputMaybe<UnmetReason>;
};

export type CompleteFollowUpResult = FollowUpChanged | IdempotencyKeyReused | InvalidTime | NotToCall | PersonNotFound | TextTooLong | UnknownCode;

export type ConfirmMembershipClaimResult = LinkNotValid | MembershipClaimConfirmed;

/** `observedAt`: what the person saw; a word newer than this is not confirmed, its service is in `leftOut`. `saidAt`: when they said so, where that comes later; now, if it is not said. */
export type ConfirmServiceStatusInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  observedAt?: InputMaybe<Scalars['DateTime']['input']>;
  saidAt?: InputMaybe<Scalars['DateTime']['input']>;
  serviceIds: Array<Scalars['ID']['input']>;
};

export type ConfirmServiceStatusResult = GoodUntilPassed | IdempotencyKeyReused | NotYourService | ServiceNotFound | ServiceStatusConfirmed;

export type Contact = {
  endedAt: Scalars['DateTime']['output'];
  handovers: Array<Handover>;
  id: Scalars['ID']['output'];
  interpreted: Scalars['Boolean']['output'];
  kind: ContactKind;
  language: Scalars['String']['output'];
  line: ContactLine;
  needs: Array<Need>;
  /** Of the call as a whole, to who recorded it. */
  note?: Maybe<Scalars['String']['output']>;
  startedAt: Scalars['DateTime']['output'];
};

export type ContactChannel =
  | 'EMAIL'
  | 'PHONE'
  | 'RELAY'
  | 'TEXT'
  | 'VISIT';

export type ContactDraft = {
  begunAt: Scalars['DateTime']['output'];
  body: Scalars['String']['output'];
  changedAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
};

export type ContactDraftKept = {
  draft: ContactDraft;
};

export type ContactKind =
  | 'ABUSIVE'
  | 'HANG_UP'
  | 'INFORMATION'
  | 'MEDIA'
  | 'NEED'
  | 'OFFER'
  | 'PARTNER'
  | 'SILENT'
  | 'TEST'
  | 'WRONG_NUMBER';

export type ContactLine =
  | 'CHAT_211'
  | 'EMAIL_211'
  | 'PHONE_211'
  | 'TEXT_211'
  | 'WALK_IN';

export type ContactRecorded = {
  contact: Contact;
};

export type ContradictServiceStatusInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<LocalizedTextInput>;
  says: ServiceState;
  serviceId: Scalars['ID']['input'];
};

export type ContradictServiceStatusResult = IdempotencyKeyReused | ServiceNotFound | ServiceStatusContradicted;

export type Contradiction = {
  basis?: Maybe<SettlementBasis>;
  by: ContradictionBy;
  id: Scalars['ID']['output'];
  madeAt: Scalars['DateTime']['output'];
  /** It was one of those that marked the public status. */
  marked: Scalars['Boolean']['output'];
  note?: Maybe<LocalizedText>;
  outcome?: Maybe<SettlementOutcome>;
  says: ServiceState;
  service: Service;
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  settlementNote?: Maybe<Scalars['String']['output']>;
  state: ContradictionState;
};

export type ContradictionBy =
  | 'ACCOUNT'
  | 'ANONYMOUS'
  | 'CENTRE';

export type ContradictionConnection = {
  edges: Array<ContradictionEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ContradictionEdge = {
  cursor: Scalars['String']['output'];
  node: Contradiction;
};

/** Settled already, never made, or not for the caller to know of. */
export type ContradictionNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type ContradictionSettled = {
  service: Service;
};

/** ANSWERED: the organization has spoken since; nobody has settled it. */
export type ContradictionState =
  | 'ANSWERED'
  | 'OPEN'
  | 'SETTLED';

export type CouldReason =
  | 'HAS_ROOM'
  | 'LOCATED_THERE'
  | 'SERVES_TERRITORY'
  | 'SPEAKS_LANGUAGE'
  | 'TAKES_PEOPLE_NOW'
  | 'TO_BE_CONFIRMED';

export type Crisis = {
  areas: Array<CrisisArea>;
  /** Those that matter to it; none: all of them. */
  categories: Array<Category>;
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Of the local states of emergency that run in its areas, the one that ends last. */
  emergency?: Maybe<LocalEmergency>;
  /** A drill: nothing of it reaches the public side, figures or feeds. */
  exercise: Scalars['Boolean']['output'];
  freshness: Array<FreshnessRule>;
  id: Scalars['ID']['output'];
  /** Those that were not withdrawn, the oldest first; those past their end too. */
  instructions: Array<Instruction>;
  missions: Array<Mission>;
  name: LocalizedText;
  /** What it is: a flood, a heat wave, a pandemic… */
  nature: Scalars['String']['output'];
  /** Kinds of need of its own, beside the standing ones. */
  needKinds: Array<NeedKind>;
  openedAt: Scalars['DateTime']['output'];
  /** The gravest of its areas': RESPONSE, then ALERT, RECOVERY, WATCH, CLOSED. */
  phase: CrisisPhase;
  /** The last 200, the latest first. */
  phaseChanges: Array<PhaseChange>;
};

export type CrisisArea = {
  emergency?: Maybe<LocalEmergency>;
  id: Scalars['ID']['output'];
  lead?: Maybe<Organization>;
  phase: CrisisPhase;
  territory: Territory;
};

export type CrisisAreaAdded = {
  crisis: Crisis;
};

export type CrisisAreaInput = {
  leadOrganizationId?: InputMaybe<Scalars['ID']['input']>;
  phase: CrisisPhase;
  territory: Scalars['String']['input'];
};

/**
 * `kind`: crisis-opened, crisis-phase-changed, crisis-freshness-set, local-emergency-declared, local-emergency-ended, mission-set,
 * instruction-set, instruction-withdrawn, crisis-area-added, area-lead-set, crisis-matters-set.
 */
export type CrisisChange = {
  /** As it is now. */
  crisis: Crisis;
  kind: Scalars['String']['output'];
  occurredAt: Scalars['DateTime']['output'];
  /** The phase that the crisis showed then, and before. */
  phase: CrisisPhase;
  position: Scalars['Position']['output'];
  previousPhase?: Maybe<CrisisPhase>;
};

export type CrisisMattersSet = {
  crisis: Crisis;
};

export type CrisisNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type CrisisOpened = {
  crisis: Crisis;
};

export type CrisisPhase =
  | 'ALERT'
  | 'CLOSED'
  | 'RECOVERY'
  | 'RESPONSE'
  | 'WATCH';

export type CrisisPhaseChanged = {
  crisis: Crisis;
};

export type DeclareLocalEmergencyInput = {
  areaId: Scalars['ID']['input'];
  crisisId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  until: Scalars['DateTime']['input'];
};

export type DeclareLocalEmergencyResult = CrisisNotFound | IdempotencyKeyReused | InvalidStep | LocalEmergencyDeclared;

export type DeclineUpdateRequestInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  token: Scalars['String']['input'];
};

export type DeclineUpdateRequestResult = IdempotencyKeyReused | LinkNotValid | UpdateRequestDeclined;

export type DeliverCommitmentInput = {
  commitmentId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  quantity: Scalars['Int']['input'];
};

export type DemoAccount = {
  displayName: Scalars['String']['output'];
  email: Scalars['String']['output'];
  organizations: Array<LocalizedText>;
  roles: Array<Scalars['String']['output']>;
};

export type DemoNotOffered = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type Demonstration = {
  /** Its days are told from this one. */
  loadedAt?: Maybe<Scalars['DateTime']['output']>;
  /** At this moment it is being loaded, or more is added to it. */
  loading: Scalars['Boolean']['output'];
  /** Whether who asks may reload it here and now. */
  mayReload: Scalars['Boolean']['output'];
  services: Scalars['Int']['output'];
};

/** `since`: what is there until then. */
export type DemonstrationReloading = {
  since?: Maybe<Scalars['DateTime']['output']>;
};

/** A person or a desk, as the record says them. (`Contact` is a call, a chat, a message.) */
export type DirectoryContact = {
  department?: Maybe<LocalizedText>;
  email?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  name?: Maybe<Scalars['String']['output']>;
  phones: Array<Phone>;
  title?: Maybe<LocalizedText>;
};

/** A screen on a wall, known by a secret of its own. `lastSeenAt`: to the minute. */
export type Display = {
  id: Scalars['ID']['output'];
  lastSeenAt: Scalars['DateTime']['output'];
  linkedAt: Scalars['DateTime']['output'];
  linkedByName: Scalars['String']['output'];
  name: Scalars['String']['output'];
  organization: Organization;
};

/** `code`: eight letters, good once until `endsAt`. */
export type DisplayCode = {
  code: Scalars['String']['output'];
  endsAt: Scalars['DateTime']['output'];
  proof: Scalars['String']['output'];
};

/** Expired, used, mistyped or never shown: nobody is told which. */
export type DisplayCodeNotValid = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type DisplayEnded = {
  displayId: Scalars['ID']['output'];
};

/** `display`: null while nobody has typed the code. */
export type DisplayEntered = {
  display?: Maybe<Display>;
};

export type DisplayLinked = {
  display: Display;
};

export type DisplayNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type DisplayNotLinked = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type Emergency = {
  /** When where they are was, or will be, destroyed. */
  forgetAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  overAt?: Maybe<Scalars['DateTime']['output']>;
  raisedAt: Scalars['DateTime']['output'];
  raisedByName?: Maybe<Scalars['String']['output']>;
  steps: Array<EmergencyStep>;
};

export type EmergencyCaller = {
  address?: Maybe<Scalars['String']['output']>;
  number?: Maybe<Scalars['String']['output']>;
  state: KeptState;
};

export type EmergencyChanged = {
  emergency: Emergency;
};

export type EmergencyRaised = {
  emergencyId: Scalars['ID']['output'];
  occurredAt: Scalars['DateTime']['output'];
  position: Scalars['Position']['output'];
  step: EmergencyStepKind;
};

export type EmergencyResult = EmergencyChanged | IdempotencyKeyReused | InvalidPerson | NotToCall | PersonNotFound | UnknownCode;

export type EmergencyStep = {
  at: Scalars['DateTime']['output'];
  byName?: Maybe<Scalars['String']['output']>;
  step: EmergencyStepKind;
  target?: Maybe<HandoverTarget>;
};

/** RAISED, then in any order; OVER ends it. `SEEN`: a supervisor has read it. */
export type EmergencyStepKind =
  | 'CALLED_911'
  | 'HANDED_OVER'
  | 'OVER'
  | 'RAISED'
  | 'SEEN'
  | 'TOLD_WHERE';

export type EndCallUpInput = {
  callUpId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type EndCallUpResult = CallUpEnded | CallUpNotFound | CallUpOver | IdempotencyKeyReused;

export type EndDisplayInput = {
  displayId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type EndDisplayResult = DisplayEnded | DisplayNotFound | IdempotencyKeyReused;

export type EndLineInput = {
  code: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type EndLocalEmergencyInput = {
  areaId: Scalars['ID']['input'];
  crisisId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type EndLocalEmergencyResult = CrisisNotFound | IdempotencyKeyReused | InvalidStep | LocalEmergencyEnded;

export type EndMembershipInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  membershipId: Scalars['ID']['input'];
};

export type EndMembershipResult = IdempotencyKeyReused | MembershipEnded | MembershipNotFound;

export type EndOutreachRuleInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  ruleId: Scalars['ID']['input'];
};

export type EndOutreachRuleResult = IdempotencyKeyReused | OutreachRuleEnded | OutreachRuleNotFound;

export type EndRosterEntryInput = {
  entryId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type EndRosterEntryResult = IdempotencyKeyReused | RosterEntryEnded | RosterEntryNotFound;

export type EnterAsDisplayResult = DisplayCodeNotValid | DisplayEntered;

export type ExplainSurgeInput = {
  explanation: SurgeExplanation;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  mute?: InputMaybe<Scalars['Boolean']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  surgeId: Scalars['ID']['input'];
};

export type ExplainSurgeResult = IdempotencyKeyReused | SurgeExplained | SurgeNotFound | TextTooLong;

/** A fact that is not as the record says. `locationId`: of an ADDRESS. */
export type FactAnswer = {
  kind: FactKind;
  locationId?: InputMaybe<Scalars['ID']['input']>;
  proposed: Scalars['String']['input'];
  serviceId: Scalars['ID']['input'];
};

/** What an organization may be asked to verify of its record. */
export type FactKind =
  | 'ADDRESS'
  | 'HOURS'
  | 'PHONE';

export type FollowRoutingProblemInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  problemId: Scalars['ID']['input'];
  state: RoutingState;
};

export type FollowRoutingProblemResult = IdempotencyKeyReused | InvalidRoutingProblem | RoutingProblemFollowed | RoutingProblemNotFound;

export type FollowUp = {
  category: Scalars['String']['output'];
  claim?: Maybe<PersonClaim>;
  doneAt?: Maybe<Scalars['DateTime']['output']>;
  dueAt: Scalars['DateTime']['output'];
  /** Its need was flagged because no help came. */
  flagged: Scalars['Boolean']['output'];
  /** When who they are was, or will be, destroyed; null while it is open. */
  forgottenAt?: Maybe<Scalars['DateTime']['output']>;
  group: FollowUpGroup;
  id: Scalars['ID']['output'];
  kind: Scalars['String']['output'];
  /** When it is next for somebody to call. */
  nextAt: Scalars['DateTime']['output'];
  outcome?: Maybe<FollowUpOutcome>;
  promisedAt: Scalars['DateTime']['output'];
  promisedByName?: Maybe<Scalars['String']['output']>;
  territory?: Maybe<Territory>;
  tries: Array<FollowUpTry>;
};

export type FollowUpChange = {
  followUpId: Scalars['ID']['output'];
  occurredAt: Scalars['DateTime']['output'];
  position: Scalars['Position']['output'];
};

export type FollowUpChanged = {
  followUp: FollowUp;
};

export type FollowUpConnection = {
  edges: Array<FollowUpEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type FollowUpEdge = {
  cursor: Scalars['String']['output'];
  node: FollowUp;
};

export type FollowUpFigures = {
  helpReceived: Scalars['Int']['output'];
  late: Scalars['Int']['output'];
  noLongerNeeded: Scalars['Int']['output'];
  notReceived: Scalars['Int']['output'];
  toDo: Scalars['Int']['output'];
  unreachable: Scalars['Int']['output'];
};

/** Of whom the region has decided that they are called back. */
export type FollowUpGroup =
  | 'DISABILITY'
  | 'FAMILY'
  | 'HOMELESS'
  | 'ISOLATED'
  | 'MENTAL_HEALTH'
  | 'NEWCOMER'
  | 'OTHER'
  | 'SENIOR'
  | 'VIOLENCE';

export type FollowUpOutcome =
  | 'HELP_RECEIVED'
  | 'NOT_RECEIVED'
  | 'NO_LONGER_NEEDED'
  | 'UNREACHABLE';

export type FollowUpPerson = {
  knownAs?: Maybe<Scalars['String']['output']>;
  language?: Maybe<Scalars['String']['output']>;
  phone?: Maybe<Scalars['String']['output']>;
  /** How to call without harm, in the person's words; to be read before the number. */
  safeContact?: Maybe<Scalars['String']['output']>;
  state: KeptState;
};

export type FollowUpResult = FollowUpChanged | IdempotencyKeyReused | NotToCall | PersonNotFound;

export type FollowUpTry = {
  at: Scalars['DateTime']['output'];
  byName?: Maybe<Scalars['String']['output']>;
  outcome: FollowUpTryOutcome;
};

export type FollowUpTryOutcome =
  | 'NO_ANSWER'
  | 'REACHED'
  | 'VOICEMAIL';

export type ForgetFollowUpInput = {
  followUpId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** In degrees, WGS 84. */
export type Frame = {
  east: Scalars['Float']['output'];
  north: Scalars['Float']['output'];
  south: Scalars['Float']['output'];
  west: Scalars['Float']['output'];
};

export type Freshness =
  | 'AGING'
  | 'FRESH'
  | 'STALE';

/** `territories`: where; null for schedules, that is anywhere. */
export type FreshnessRecounted = {
  occurredAt: Scalars['DateTime']['output'];
  position: Scalars['Position']['output'];
  territories?: Maybe<Array<Scalars['String']['output']>>;
};

/** `category`: null for all that matter to the crisis. Of several rules, areas and crises, the strictest holds. */
export type FreshnessRule = {
  category?: Maybe<Category>;
  hours: Scalars['Float']['output'];
  phase: CrisisPhase;
};

export type FreshnessSet = {
  crisis: Crisis;
};

export type Gap = {
  /** The service that answers it now. */
  addressedBy?: Maybe<Service>;
  /** What the organization has said that it is proposed to; null: nothing yet. */
  answer?: Maybe<GapAnswer>;
  /** Who asks: figures under 5 are not said. */
  askers: GapAskers;
  assignedTo?: Maybe<Organization>;
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  commitments: Array<Commitment>;
  /** Services that could answer, with why; those that take people now first. At most 20. */
  couldAnswer: Array<ServiceThatCould>;
  /** Requests, not people. */
  count: Scalars['Int']['output'];
  crisis?: Maybe<Crisis>;
  /** By local day, today last; 62 days at most. */
  daily: Array<GapDay>;
  /** How many counsellors flagged it, and how it is told. */
  flaggedBy: Scalars['Int']['output'];
  following: Scalars['Boolean']['output'];
  history: Array<GapStep>;
  /** Requests of those who had not called for it before: at least so many households. */
  households: Scalars['Int']['output'];
  id: Scalars['ID']['output'];
  kind: Scalars['String']['output'];
  kindName: LocalizedText;
  lastAt: Scalars['DateTime']['output'];
  learned?: Maybe<Scalars['String']['output']>;
  openedAt: Scalars['DateTime']['output'];
  /** Why nobody could offer it; null: not said. */
  reasons: Array<GapReason>;
  state: GapState;
  stateAt: Scalars['DateTime']['output'];
  territory: Territory;
  /** Why it stands where it does. */
  weight: GapWeight;
};


export type GapDailyArgs = {
  days?: InputMaybe<Scalars['Int']['input']>;
};

export type GapAnswer = {
  at: Scalars['DateTime']['output'];
  from?: Maybe<Scalars['Date']['output']>;
  kind: GapAnswerKind;
  note?: Maybe<Scalars['String']['output']>;
};

/** What an organization says that was proposed a gap. */
export type GapAnswerKind =
  | 'CAN'
  | 'CANNOT'
  | 'PARTLY';

export type GapAskers = {
  ages: Array<AgeCount>;
  languages: Array<LanguageCount>;
};

/** `change`: gap-opened, gap-counted, gap-acknowledged, gap-assigned, gap-answered, gap-committed, gap-delivered, gap-released, gap-addressed, gap-closed, gap-reopened, gap-commented, gap-merged, gap-split. */
export type GapChange = {
  change: Scalars['String']['output'];
  gap: Gap;
  occurredAt: Scalars['DateTime']['output'];
  position: Scalars['Position']['output'];
};

export type GapChanged = {
  gap: Gap;
};

export type GapConnection = {
  edges: Array<GapEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type GapDay = {
  day: Scalars['Date']['output'];
  n: Scalars['Int']['output'];
};

export type GapEdge = {
  cursor: Scalars['String']['output'];
  node: Gap;
};

export type GapFilter = {
  crisisId?: InputMaybe<Scalars['ID']['input']>;
  /** Of those that the caller follows. */
  followed?: InputMaybe<Scalars['Boolean']['input']>;
  kinds?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Proposed to it, or that it has committed to. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** The same for any of some. */
  organizations?: InputMaybe<Array<Scalars['ID']['input']>>;
  states?: InputMaybe<Array<GapState>>;
  territories?: InputMaybe<Array<Scalars['String']['input']>>;
};

export type GapNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type GapReason = {
  n: Scalars['Int']['output'];
  reason?: Maybe<UnmetReason>;
};

export type GapResult = GapChanged | GapNotFound | IdempotencyKeyReused | InvalidStep | NotYours;

export type GapState =
  | 'ACKNOWLEDGED'
  | 'ADDRESSED'
  | 'ASSIGNED'
  | 'CLOSED'
  | 'OPEN'
  | 'REOPENED';

/** `by`: « 211, poste 4 », or what the organization is called. */
export type GapStep = {
  answer?: Maybe<GapAnswerKind>;
  at: Scalars['DateTime']['output'];
  by: LocalizedText;
  from?: Maybe<Scalars['Date']['output']>;
  id: Scalars['ID']['output'];
  note?: Maybe<Scalars['String']['output']>;
  organization?: Maybe<Organization>;
  otherGapId?: Maybe<Scalars['ID']['output']>;
  quantity?: Maybe<Scalars['Int']['output']>;
  service?: Maybe<Service>;
  step: GapStepKind;
  unit?: Maybe<CommitmentUnit>;
};

export type GapStepKind =
  | 'ACKNOWLEDGED'
  | 'ADDRESSED'
  | 'ANSWERED'
  | 'ASSIGNED'
  | 'CLOSED'
  | 'COMMENTED'
  | 'COMMITTED'
  | 'DELIVERED'
  | 'MERGED'
  | 'OPENED'
  | 'RELEASED'
  | 'REOPENED'
  | 'SPLIT';

/**
 * `value` = `recent` × 3 + the others + `vulnerable` × 2; what no commitment that still holds stands for comes before everything else.
 * `recent`: requests of the last 72 hours; `before`: of the 72 hours before; `vulnerable`: of people under 13, of 75 and over, or called for
 * by others because they could not.
 */
export type GapWeight = {
  before: Scalars['Int']['output'];
  recent: Scalars['Int']['output'];
  uncommitted: Scalars['Boolean']['output'];
  value: Scalars['Float']['output'];
  vulnerable: Scalars['Int']['output'];
};

export type Gender =
  | 'MAN'
  | 'NON_BINARY'
  | 'OTHER'
  | 'UNKNOWN'
  | 'WOMAN';

/** Past its `goodUntil` a word cannot be confirmed: say the state anew. */
export type GoodUntilPassed = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type GuidanceNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type Handover = {
  at: Scalars['DateTime']['output'];
  basis: HandoverBasis;
  id: Scalars['ID']['output'];
  mode: HandoverMode;
  result: HandoverResult;
  target: HandoverTarget;
};

export type HandoverBasis =
  | 'CONSENT'
  | 'SERIOUS_RISK';

export type HandoverConnection = {
  edges: Array<HandoverEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type HandoverEdge = {
  cursor: Scalars['String']['output'];
  node: Handover;
};

/** `to`: a code of `handoverTargets`, however it is spaced. */
export type HandoverInput = {
  basis: HandoverBasis;
  mode: HandoverMode;
  result: HandoverResult;
  to: Scalars['String']['input'];
};

export type HandoverMode =
  | 'CALLED_FOR'
  | 'NUMBER_GIVEN'
  | 'WARM';

export type HandoverResult =
  | 'DROPPED'
  | 'NO_ANSWER'
  | 'REFUSED'
  | 'TAKEN';

export type HandoverTarget = {
  code: Scalars['String']['output'];
  name: LocalizedText;
  number?: Maybe<Scalars['String']['output']>;
};

/** `channel` and `role`: how the word reached the reporter and from whom, codes such as TELEPHONE, VOLUNTEER; never a name. */
export type HeardFrom = {
  channel: Scalars['String']['input'];
  role?: InputMaybe<Scalars['String']['input']>;
};

export type HeardThrough = {
  channel: Scalars['String']['output'];
  role?: Maybe<Scalars['String']['output']>;
};

export type HolidayRule =
  | 'ASK'
  | 'CLOSED'
  | 'OPEN';

/** A day of the service's calendar, with the periods that begin on it. */
export type HoursOfDay = {
  date: Scalars['Date']['output'];
  /** The words of the exception that stands for this day. */
  exception?: Maybe<LocalizedText>;
  /** Of a public holiday, its name. */
  holiday?: Maybe<LocalizedText>;
  periods: Array<OpeningPeriod>;
  /** What the service does on this holiday, where nothing else is said of the day. ASK: nobody has said, and no period is given. */
  rule?: Maybe<HolidayRule>;
};

/** The same key was used by the same caller for something else. */
export type IdempotencyKeyReused = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type ImportRoundEntriesInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  list: Scalars['String']['input'];
  roundId: Scalars['ID']['input'];
};

export type ImportRoundEntriesResult = IdempotencyKeyReused | InvalidPerson | NotToCall | PersonNotFound | RoundEntriesImported;

/** A question that people ask, and the answer to read. `owner`: who answers for it. Past `validUntil` it is not to be read. */
export type Instruction = {
  answer: LocalizedText;
  /** It is past its end: not to be read. */
  expired: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  owner?: Maybe<Organization>;
  /** The number to give. */
  phone?: Maybe<Scalars['String']['output']>;
  question: LocalizedText;
  setAt: Scalars['DateTime']['output'];
  validUntil?: Maybe<Scalars['DateTime']['output']>;
};

export type InstructionSet = {
  crisis: Crisis;
};

export type InstructionWithdrawn = {
  crisis: Crisis;
};

/** `waitSeconds`: how long it took, or has taken so far. */
export type Interpretation = {
  askedAt: Scalars['DateTime']['output'];
  contactKey: Scalars['ID']['output'];
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  language: Scalars['String']['output'];
  outcome?: Maybe<InterpretationOutcome>;
  waitSeconds: Scalars['Int']['output'];
};

export type InterpretationAsked = {
  interpretation: Interpretation;
};

/** `medianWaitSeconds`: of those obtained; null where none was. */
export type InterpretationFigure = {
  asked: Scalars['Int']['output'];
  dropped: Scalars['Int']['output'];
  language: Scalars['String']['output'];
  medianWaitSeconds?: Maybe<Scalars['Int']['output']>;
  notObtained: Scalars['Int']['output'];
  obtained: Scalars['Int']['output'];
  waiting: Scalars['Int']['output'];
};

/** Never asked, or it has its outcome already. */
export type InterpretationNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/** DROPPED: the caller hung up before somebody came. */
export type InterpretationOutcome =
  | 'DROPPED'
  | 'NOT_OBTAINED'
  | 'OBTAINED';

export type InterpretationRecorded = {
  interpretation: Interpretation;
};

export type InvalidCallResult = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type InvalidCallUp = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/** What was written in a field cannot be sent. */
export type InvalidCampaign = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type InvalidCapacity = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type InvalidFirstName = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type InvalidGuidance = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type InvalidLine = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type InvalidPerson = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type InvalidQuestion = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type InvalidRosterEntry = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type InvalidRoutingProblem = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/** What is asked does not follow from how things stand. */
export type InvalidStep = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type InvalidTime = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/** `named`: there is an account of this address already, with a name. */
export type Invitation = {
  email: Scalars['String']['output'];
  named: Scalars['Boolean']['output'];
  organization: Organization;
};

export type InvitationNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type InvitationRevoked = {
  invitationId: Scalars['ID']['output'];
};

export type InviteMemberInput = {
  email: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  language?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
};

export type InviteMemberResult = IdempotencyKeyReused | MemberInvited | MembershipNotAsked;

export type KeepContactDraftInput = {
  begunAt: Scalars['DateTime']['input'];
  body: Scalars['String']['input'];
  /** Made by who begins the call. */
  draftId: Scalars['ID']['input'];
};

export type KeepContactDraftResult = ContactDraftKept | TextTooLong;

/** Whether what was kept of somebody can be read: DESTROYED, its time is over; UNREADABLE, the hub lacks the key that protects it. */
export type KeptState =
  | 'DESTROYED'
  | 'READABLE'
  | 'UNREADABLE';

export type KindOfNeed = {
  /** Null: any. Of an event's own: none of them says. */
  category?: Maybe<Category>;
  code: Scalars['String']['output'];
  /** The event that it is of; null: standing. */
  crisisId?: Maybe<Scalars['ID']['output']>;
  level: NeedLevel;
  name: LocalizedText;
  unit: Scalars['String']['output'];
};

export type LanguageCount = {
  language: Scalars['String']['output'];
  n?: Maybe<Scalars['Int']['output']>;
};

/** Whatever the region or script that is said of it. */
export type LanguageFacet = {
  language: Scalars['String']['output'];
  n: Scalars['Int']['output'];
};

export type LeaveOrganizationInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  membershipId: Scalars['ID']['input'];
};

export type LeaveOrganizationResult = IdempotencyKeyReused | MembershipNotFound | OrganizationLeft;

export type LeftOut = {
  service: Service;
  why: LeftOutReason;
};

export type LeftOutOfAnswer = {
  serviceId: Scalars['ID']['output'];
  why: LeftOutOfAnswerReason;
};

/** `NOT_YOURS`: no longer, or never, a service of the organization's; what was said is kept for 211. */
export type LeftOutOfAnswerReason =
  | 'GOOD_UNTIL_IS_OVER'
  | 'HAS_CAPACITY'
  | 'NEVER_SAID'
  | 'NEWER_WORD'
  | 'NOT_YOURS';

/** Of one service alone a passed end is GoodUntilPassed, and a capacity is no reason. */
export type LeftOutReason =
  | 'GOOD_UNTIL_IS_OVER'
  | 'HAS_CAPACITY'
  | 'NEVER_SAID'
  | 'NEWER_WORD';

export type Line = {
  /** It was told more than half an hour ago: a wait announced then is not shown. */
  aged: Scalars['Boolean']['output'];
  /** Nobody has said so: its hours do. */
  byHours: Scalars['Boolean']['output'];
  /** When it closes by its hours; null while it is closed by them, or where it never does. */
  closesAt?: Maybe<Scalars['DateTime']['output']>;
  /** PHONE_211, CHAT_211, TEXT_211, EMAIL_211, WALK_IN, or a crisis's own. */
  code: Scalars['String']['output'];
  /** The crisis whose own line it is. */
  crisisId?: Maybe<Scalars['ID']['output']>;
  /** Today and the six days after; none where no hours are known. */
  days: Array<LineDay>;
  holidayRule: HolidayRule;
  /** As they are set, for who sets them. */
  hours: Array<LineHours>;
  name: LocalizedText;
  /** As people dial it. */
  number?: Maybe<Scalars['String']['output']>;
  /** When it opens by its hours; null while it is open by them, or where they are not known. */
  opensAt?: Maybe<Scalars['DateTime']['output']>;
  owner?: Maybe<Organization>;
  /** Since when it is in this state, of one that was told. */
  since?: Maybe<Scalars['DateTime']['output']>;
  state: LineState;
  /** When somebody last said so. */
  toldAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who, to those who tell lines. */
  toldBy?: Maybe<Scalars['String']['output']>;
  url?: Maybe<Scalars['String']['output']>;
  /** The wait that is announced, in seconds. */
  waitSeconds?: Maybe<Scalars['Int']['output']>;
  /** How many wait. */
  waiting?: Maybe<Scalars['Int']['output']>;
};

export type LineChange = {
  line: Line;
  occurredAt: Scalars['DateTime']['output'];
  position: Scalars['Position']['output'];
};

/** `holiday`: its name, on a public holiday. `note`: of a day whose hours are others than usual. */
export type LineDay = {
  date: Scalars['Date']['output'];
  exceptional: Scalars['Boolean']['output'];
  holiday?: Maybe<LocalizedText>;
  note?: Maybe<LocalizedText>;
  periods: Array<LinePeriod>;
};

export type LineHours = {
  byday: Array<Weekday>;
  closesAt: Scalars['TimeOfDay']['output'];
  opensAt: Scalars['TimeOfDay']['output'];
};

export type LineHoursInput = {
  byday: Array<Weekday>;
  closesAt: Scalars['TimeOfDay']['input'];
  opensAt: Scalars['TimeOfDay']['input'];
};

export type LineNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type LinePeriod = {
  closes: Scalars['TimeOfDay']['output'];
  opens: Scalars['TimeOfDay']['output'];
};

/** `line`: null for one that has ended. */
export type LineSet = {
  line?: Maybe<Line>;
};

/** BUSY: it answers, and people wait. DOWN: it does not work. CLOSED: by its hours, or because somebody said so. */
export type LineState =
  | 'BUSY'
  | 'CLOSED'
  | 'DOWN'
  | 'OPEN';

export type LineTold = {
  line: Line;
};

/** `organizationId`: where the caller may for several; else the first. */
export type LinkDisplayInput = {
  code: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name: Scalars['String']['input'];
  organizationId?: InputMaybe<Scalars['ID']['input']>;
};

export type LinkDisplayResult = DisplayCodeNotValid | DisplayLinked | DisplayNotLinked | IdempotencyKeyReused;

/** Expired, used, revoked or never made: nobody is told which. */
export type LinkNotValid = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type LocalEmergency = {
  declaredAt: Scalars['DateTime']['output'];
  until: Scalars['DateTime']['output'];
};

export type LocalEmergencyDeclared = {
  crisis: Crisis;
};

export type LocalEmergencyEnded = {
  crisis: Crisis;
};

/** A text in the region's languages; one of them may be missing. */
export type LocalizedText = {
  en?: Maybe<Scalars['String']['output']>;
  fr?: Maybe<Scalars['String']['output']>;
};

export type LocalizedTextInput = {
  en?: InputMaybe<Scalars['String']['input']>;
  fr?: InputMaybe<Scalars['String']['input']>;
};

/** Null address and point where the location is confidential to the caller. */
export type Location = {
  /** How one gets in. */
  accessibility: Array<Accessibility>;
  address?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  latitude?: Maybe<Scalars['Float']['output']>;
  longitude?: Maybe<Scalars['Float']['output']>;
  name?: Maybe<LocalizedText>;
  territory?: Maybe<Territory>;
};

export type LocationStatus = {
  location: Location;
  status: ServiceStatus;
};

export type MakePosterInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
};

export type MakePosterResult = IdempotencyKeyReused | PosterMade | PosterNotMade;

/** A place of a service; without a point, a service whose place nobody may know, or that has none. */
export type MapService = {
  contradicted: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  latitude?: Maybe<Scalars['Float']['output']>;
  locationId?: Maybe<Scalars['ID']['output']>;
  longitude?: Maybe<Scalars['Float']['output']>;
  name: LocalizedText;
  serviceStale: Scalars['Boolean']['output'];
  /** Of the service as a whole: so that figures, map and list can be of one reading. */
  serviceState: ServiceState;
  stale: Scalars['Boolean']['output'];
  state: ServiceState;
  territoryCode?: Maybe<Scalars['String']['output']>;
};

export type Match = {
  distanceKm?: Maybe<Scalars['Float']['output']>;
  /** As it stands now; under which heading it belongs. */
  group: MatchGroup;
  locatedIn: Scalars['Boolean']['output'];
  reasons: Array<MatchReason>;
  serving: Scalars['Boolean']['output'];
};

/**
 * CONFIRMED: open, limited or relocated, and sure; TO_VERIFY: whatever was said, we are no longer sure; NOT_TAKING: full, suspended, or
 * nobody has said; GONE: closed for good.
 */
export type MatchGroup =
  | 'CONFIRMED'
  | 'GONE'
  | 'NOT_TAKING'
  | 'TO_VERIFY';

/** Where its words are those asked (SYNONYM: words that mean the same; CORRECTED: near to what was written); where and when it fits. */
export type MatchReason =
  | 'CATEGORY_OR_ORGANIZATION'
  | 'CORRECTED'
  | 'DESCRIPTION'
  | 'EXACT_NAME'
  | 'LOCATED_IN'
  | 'NAME'
  | 'NEAR'
  | 'OPEN_THEN'
  | 'PLACE_NAME'
  | 'SERVING'
  | 'SYNONYM';

export type Me = {
  account: Account;
  memberships: Array<Membership>;
  /** noun:verb, in the order of the alphabet. */
  permissions: Array<Scalars['String']['output']>;
};

/** `role` as in Membership. `self`: the caller. */
export type Member = {
  displayName: Scalars['String']['output'];
  email: Scalars['String']['output'];
  membershipId: Scalars['ID']['output'];
  role: Scalars['String']['output'];
  self: Scalars['Boolean']['output'];
  since: Scalars['DateTime']['output'];
};

export type MemberInvited = {
  invitationId: Scalars['ID']['output'];
};

/** `role`: one of the ten, PARTNER_EDITOR … ADMINISTRATOR. */
export type Membership = {
  id: Scalars['ID']['output'];
  organization: Organization;
  role: Scalars['String']['output'];
  territories: Array<Territory>;
};

/** `vouched`: it came by a link that was mailed to the organization itself. */
export type MembershipClaim = {
  askedAt: Scalars['DateTime']['output'];
  confirmedAt: Scalars['DateTime']['output'];
  displayName: Scalars['String']['output'];
  email: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  organization: Organization;
  vouched: Scalars['Boolean']['output'];
};

export type MembershipClaimConfirmed = {
  organization: Organization;
};

export type MembershipClaimConnection = {
  edges: Array<MembershipClaimEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type MembershipClaimEdge = {
  cursor: Scalars['String']['output'];
  node: MembershipClaim;
};

/** Settled already, or never confirmed. */
export type MembershipClaimNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type MembershipClaimSettled = {
  claimId: Scalars['ID']['output'];
};

export type MembershipClaimed = {
  organization: Organization;
};

export type MembershipEnded = {
  membershipId: Scalars['ID']['output'];
};

/** No such organization, no address, no name. */
export type MembershipNotAsked = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type MembershipNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type MergeGapsInput = {
  gapId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  intoGapId: Scalars['ID']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
};

export type Mission = {
  organization: Organization;
  texts: Array<LocalizedText>;
};

export type MissionSet = {
  crisis: Crisis;
};

export type Mutation = {
  /** Uses up the invitation's link and signs in; the session is a cookie, so over HTTP only. */
  acceptInvitation: AcceptInvitationResult;
  /** Somebody of the coordination has seen it. From OPEN and REOPENED. */
  acknowledgeGap: GapResult;
  /** One more area, where the crisis has spread; one that was over runs again. */
  addCrisisArea: AddCrisisAreaResult;
  /** Something exists now that answers it. Those who flagged it are told. */
  addressGap: GapResult;
  /**
   * What whoever is on duty says of the state of the organization's services: by the poster's address, this week's number and their first
   * name. Last week's number is taken for 24 hours more. `PosterNotValid`: the number is another one, or the poster was revoked or never was;
   * which of them is not told. Every fifth wrong number the poster takes none for a while (a quarter of an hour, then twice as long each time,
   * half a day at most), whatever it is: TOO_MANY_REQUESTS.
   */
  answerByPoster: AnswerByPosterResult;
  /** Until it is over an answer may be another. More than were asked for never have a place: who comes after is told that it is filled. */
  answerCallUp: AnswerCallUpResult;
  /** The same, by the link of a letter. */
  answerCallUpByLink: AnswerCallUpByLinkResult;
  /** What the organization says that it was proposed to. CANNOT: it goes back to the board. */
  answerGap: GapResult;
  /** This instruction of the crisis answers it. */
  answerQuestion: SettleQuestionResult;
  /** What an organization says, without an account: all of it is taken or none, but for services that are no longer its own, which are in `leftOut`. */
  answerUpdateRequest: AnswerUpdateRequestResult;
  /** A caller needs an interpreter; asked twice for the same contact and language, it is the same. */
  askInterpretation: AskInterpretationResult;
  /**
   * Somebody asks what no instruction answers. The same words, in whatever order and with whatever accents, are the same question: it is
   * counted. If it has been answered since, the answer comes back with it.
   */
  askQuestion: AskQuestionResult;
  /** It is proposed to an organization, which takes it by its own commitment only. From all but CLOSED. */
  assignGap: GapResult;
  /** Everybody whose languages, training and hours fit is asked at once, by mail and on their devices. */
  callUpRoster: CallUpRosterResult;
  /** Nothing more is sent, and its links are worth nothing. */
  cancelCampaign: CampaignStepResult;
  /** What is not given stays. Of one that runs: `dueAt`, `remindAfterHours`, the quiet hours and, for those who wait for it yet, the text. */
  changeCampaign: ChangeCampaignResult;
  /** To any other phase, earlier or later, with the reason; the crisis is over when all of its areas are CLOSED. */
  changeCrisisPhase: ChangeCrisisPhaseResult;
  /** For a quarter of an hour, or as much longer; of two who claim at once, one has it. Whoever claims another lets the last one go. */
  claimCall: ClaimCallResult;
  /** The caller calls now: nobody else does for a quarter of an hour. Whatever else they had taken is free again. */
  claimFollowUp: FollowUpResult;
  /** Asks to speak for an organization. The same answer whether or not the address is known; a mail goes to it, to confirm. */
  claimMembership: ClaimMembershipResult;
  /** The next one to call: nobody else gets it for a quarter of an hour. Null where all are done or have just been tried. */
  claimNextRoundEntry: ClaimNextRoundEntryResult;
  /** It is over before its time. */
  closeCampaign: CampaignStepResult;
  /** It is over; `note`: what was learned. Those who flagged it are told. */
  closeGap: GapResult;
  /** It is over: every key is destroyed now; how many, and when, stays. */
  closeRound: CloseRoundResult;
  commentOnGap: GapResult;
  /** An organization takes a part of it, until a day, or as often; never more in all than the limit of its unit. */
  commitToGap: GapResult;
  /** NOT_RECEIVED with a reason flags the need, as a call would. UNREACHABLE needs a try at least. */
  completeFollowUp: CompleteFollowUpResult;
  /** Uses up the link of that mail: from here on somebody looks at the claim. */
  confirmMembershipClaim: ConfirmMembershipClaimResult;
  /** The same state again: renews freshness, never `goodUntil`. All of them, or none. */
  confirmServiceStatus: ConfirmServiceStatusResult;
  /** Anybody says otherwise. One voice from 211, or two that do not depend on each other within 48 hours, mark the public status; what was written is never public. Confidential services take none. */
  contradictServiceStatus: ContradictServiceStatusResult;
  /** A local state of emergency, for ten days at most; declared again, it is renewed. */
  declareLocalEmergency: DeclareLocalEmergencyResult;
  /** No more mail: it is telephoned. */
  declineUpdateRequest: DeclineUpdateRequestResult;
  /** So much more of it was given; never more than was committed, where that was for once. */
  deliverCommitment: GapResult;
  /** True whether or not there was one. */
  dropContactDraft: Scalars['Boolean']['output'];
  /** Nobody is awaited any more. */
  endCallUp: EndCallUpResult;
  endDisplay: EndDisplayResult;
  /** It is in service no more. */
  endLine: SetLineResult;
  endLocalEmergency: EndLocalEmergencyResult;
  /** Ends it at once, with what it allowed; sockets follow within 5 s. */
  endMembership: EndMembershipResult;
  /** No more campaigns; those that it has made go on. */
  endOutreachRule: EndOutreachRuleResult;
  endRosterEntry: EndRosterEntryResult;
  /** Asked by the screen every few seconds; once its code was typed it has a cookie of its own. Over HTTP only. */
  enterAsDisplay: EnterAsDisplayResult;
  /** Why it is; `mute`: it is not shown any more, as long as it goes on. */
  explainSurge: ExplainSurgeResult;
  /** To be told of what happens to it; `following: false`: no more. */
  followGap: GapResult;
  /** One step further. */
  followRoutingProblem: FollowRoutingProblemResult;
  /** At the person's word: who they are is destroyed now, and nobody calls. */
  forgetFollowUp: FollowUpResult;
  /** Nothing more is done about it. */
  giveUpOutgoing: OutgoingChoiceResult;
  /**
   * A list, pasted: CSV with commas, semicolons or tabs; its first line names the columns `nom`, `téléphone`, `adresse`, `langue`, `note` (or in
   * English), else they stand in this order. Rows that cannot be read are told by their line, and the others go in; at most 500 at a time.
   */
  importRoundEntries: ImportRoundEntriesResult;
  /** By mail, for seven days, once. Inviting the same address again sends a new link; the one before is worth nothing. */
  inviteMember: InviteMemberResult;
  /** The call as it stands, so that nothing of it is lost; recorded or let go, it is forgotten. `body`: a JSON object, 64 kB at most. */
  keepContactDraft: KeepContactDraftResult;
  /** Ends one's own membership. Whoever was the last to speak for the organization is missed: 211's researchers are told. */
  leaveOrganization: LeaveOrganizationResult;
  /** Makes the screen that shows the code one of the caller's organization: it sees counts, never who is silent. */
  linkDisplay: LinkDisplayResult;
  /** For an organization without e-mail. It has one at a time: where there is one already, it is that one. */
  makePoster: MakePosterResult;
  /** All that was flagged in the first stands in the other from now on, and the first is CLOSED; its history stays. */
  mergeGaps: GapResult;
  openCrisis: OpenCrisisResult;
  openRound: OpenRoundResult;
  /** The first key or tap on a request's page. Opening the page is none: mail programs open every link. */
  openUpdateRequest: OpenUpdateRequestResult;
  /** What has not left yet stays here. */
  pauseCampaign: CampaignStepResult;
  /** A DRAFT: whom it asks is written down, and nothing is sent. */
  planCampaign: PlanCampaignResult;
  /**
   * A sheet to hang up. Only the sum of its address is kept, so each printing has an address of its own, told this once; those printed before go
   * on working.
   */
  printPoster: PrintPosterResult;
  /** Somebody will be called back. Who they are is sealed at once. */
  promiseFollowUp: PromiseFollowUpResult;
  /** Somebody on the line is in danger: supervisors of the caller's organization are alerted at once. What is not known yet is told later. */
  raiseEmergency: RaiseEmergencyResult;
  /**
   * What came of the call. Nobody there: it is let alone for half an hour (a voicemail: two), twice as long each time, a day at most. A wrong
   * number: a day; refused: a week; call back: until then. An answer ends what campaigns have asked of what was spoken of since the claim.
   */
  recordCallResult: CallEndResult;
  /**
   * One call, chat or message, with what was needed: recorded once for its key. A need that is UNMET, or PARTLY_MET for a reason, is flagged:
   * it joins the gap of its kind and territory, or opens it. `REFUSED_BY_CALLER` flags nothing.
   */
  recordContact: RecordContactResult;
  /** What was done. `to`: a code of `handoverTargets`, where it was handed over. */
  recordEmergencyStep: EmergencyResult;
  /** A try in vain: it is next again two hours later. REACHED, with nothing known yet: it stays where it is. */
  recordFollowUpTry: FollowUpResult;
  recordInterpretation: RecordInterpretationResult;
  /** What came of the call. NEEDS_HELP tells what is needed, or where they were handed over, as a call would. */
  recordRoundResult: RecordRoundResultResult;
  /** It is free again for others. */
  releaseCall: CallEndResult;
  /** What cannot be kept is free for others, with the reason. */
  releaseCommitment: GapResult;
  releaseFollowUp: FollowUpResult;
  /** In a demonstration only: all that it holds, and all that was done to it, gives way to it as it is loaded today. Begun when this is answered, done in some seconds; whoever listens is told to read anew (RESUME_EXPIRED). */
  reloadDemonstration: ReloadDemonstrationResult;
  /** Once more now, to those who were written to and have not answered. */
  remindCampaign: CampaignStepResult;
  /** Another number from now on; the one of before, and last week's, are worth nothing at once. A poster that waits takes numbers again. */
  renewPosterPin: PosterStepResult;
  /** From ADDRESSED and CLOSED; not where another one of its kind and place is open. */
  reopenGap: GapResult;
  /** A call did not reach its line. Nobody needs an account. */
  reportRoutingProblem: ReportRoutingProblemResult;
  /** What a service says of itself. A word observed before the present one joins the history only. */
  reportServiceStatus: ReportServiceStatusResult;
  /** A screen's first word: it shows the code, and keeps the proof to itself. */
  requestDisplayCode: DisplayCode;
  /** Always the same answer, in the same time, whether or not the address is known. */
  requestSignInLink: Scalars['Boolean']['output'];
  resumeCampaign: CampaignStepResult;
  /** Sends again what has died or may not have arrived, and now what was to wait. Whoever has had it sees that it is the same one. */
  retryOutgoing: OutgoingChoiceResult;
  revokeInvitation: RevokeInvitationResult;
  /** Whatever was printed of it is worth nothing at once. */
  revokePoster: PosterStepResult;
  /** Now, or at a time; in quiet hours, when they end. */
  sendCampaign: CampaignStepResult;
  /** Who leads in an area; none: nobody, for now. */
  setAreaLead: SetAreaLeadResult;
  /** The most of a unit that an organization may hold in an event at once, or outside any. */
  setCommitmentLimit: SetCommitmentLimitResult;
  /** The categories that matter to it and its own kinds of need, in place of those before; no category: all of them matter. */
  setCrisisMatters: SetCrisisMattersResult;
  /** How long a word stays fresh in a phase of this crisis. */
  setFreshness: SetFreshnessResult;
  /** What people ask, and what is to be read to them; with `instructionId`, in place of what that one said. */
  setInstruction: SetInstructionResult;
  /** A new line, or one in place of what it was: its hours with it. */
  setLine: SetLineResult;
  /** Its hours on one day, in place of its usual ones; `usual`: as on other days after all. */
  setLineException: SetLineResult;
  /** What an organization does in this crisis, in place of what was said before; none: it takes no part. */
  setMission: SetMissionResult;
  /** A new one, or with its code one in place of what that said. Without a crisis: the standing one. */
  setN11Guidance: SetN11GuidanceResult;
  /** A campaign that makes itself; with `ruleId`, in place of what that one said. */
  setOutreachRule: SetOutreachRuleResult;
  /** Nothing is to be answered. It goes on being counted. */
  setQuestionAside: SettleQuestionResult;
  /** Somebody who can be called up, or what is said of them in place of what was. */
  setRosterEntry: RosterEntryResult;
  /** What was found out, and how. It answers all who spoke of the service. REPLACED brings the report that takes the word's place. */
  settleContradiction: SettleContradictionResult;
  /** Approving makes the account where there is none, and tells by mail; so does refusing. */
  settleMembershipClaim: SettleMembershipClaimResult;
  /** An accepted PHONE or ADDRESS is written to the record; accepted HOURS are for the researcher to enter as schedules. */
  settleProposedChange: SettleProposedChangeResult;
  /** One click, in a demonstration only; over HTTP only. */
  signInToDemo: SignInResult;
  /** Uses up a link that was sent by mail; the session is a cookie, so over HTTP only. */
  signInWithLink: SignInResult;
  signOut: Scalars['Boolean']['output'];
  /** Ends every session and token of the caller's account, and their sockets. */
  signOutEverywhere: Scalars['Boolean']['output'];
  /** What was flagged in a whole city by people of one former town stands in a gap of that town from now on. */
  splitGap: GapResult;
  /** This device is told at once of what its account is asked; a first notice says so. Again, or by another account: it is theirs. */
  subscribeToPush: SubscribeToPushResult;
  /** More of where they are: what is told last stands. */
  tellEmergency: EmergencyResult;
  /**
   * How the line is now. The same again renews it, by a counsellor or by the telephone system with a token, as often as it likes: others are
   * told when something changes. A word holds until the line closes by its hours; DOWN until something else is said.
   */
  tellLine: TellLineResult;
  unsubscribeFromPush: Scalars['Boolean']['output'];
  withdrawInstruction: WithdrawInstructionResult;
  withdrawN11Guidance: WithdrawN11GuidanceResult;
};


export type MutationAcceptInvitationArgs = {
  displayName?: InputMaybe<Scalars['String']['input']>;
  token: Scalars['String']['input'];
};


export type MutationAcknowledgeGapArgs = {
  input: AcknowledgeGapInput;
};


export type MutationAddCrisisAreaArgs = {
  input: AddCrisisAreaInput;
};


export type MutationAddressGapArgs = {
  input: AddressGapInput;
};


export type MutationAnswerByPosterArgs = {
  input: AnswerByPosterInput;
};


export type MutationAnswerCallUpArgs = {
  input: AnswerCallUpInput;
};


export type MutationAnswerCallUpByLinkArgs = {
  input: AnswerCallUpByLinkInput;
};


export type MutationAnswerGapArgs = {
  input: AnswerGapInput;
};


export type MutationAnswerQuestionArgs = {
  input: AnswerQuestionInput;
};


export type MutationAnswerUpdateRequestArgs = {
  input: AnswerUpdateRequestInput;
};


export type MutationAskInterpretationArgs = {
  input: AskInterpretationInput;
};


export type MutationAskQuestionArgs = {
  input: AskQuestionInput;
};


export type MutationAssignGapArgs = {
  input: AssignGapInput;
};


export type MutationCallUpRosterArgs = {
  input: CallUpRosterInput;
};


export type MutationCancelCampaignArgs = {
  input: CampaignStepInput;
};


export type MutationChangeCampaignArgs = {
  input: ChangeCampaignInput;
};


export type MutationChangeCrisisPhaseArgs = {
  input: ChangeCrisisPhaseInput;
};


export type MutationClaimCallArgs = {
  input: ClaimCallInput;
};


export type MutationClaimFollowUpArgs = {
  input: ClaimFollowUpInput;
};


export type MutationClaimMembershipArgs = {
  input: ClaimMembershipInput;
};


export type MutationClaimNextRoundEntryArgs = {
  input: ClaimNextRoundEntryInput;
};


export type MutationCloseCampaignArgs = {
  input: CampaignStepInput;
};


export type MutationCloseGapArgs = {
  input: CloseGapInput;
};


export type MutationCloseRoundArgs = {
  input: CloseRoundInput;
};


export type MutationCommentOnGapArgs = {
  input: CommentOnGapInput;
};


export type MutationCommitToGapArgs = {
  input: CommitToGapInput;
};


export type MutationCompleteFollowUpArgs = {
  input: CompleteFollowUpInput;
};


export type MutationConfirmMembershipClaimArgs = {
  token: Scalars['String']['input'];
};


export type MutationConfirmServiceStatusArgs = {
  input: ConfirmServiceStatusInput;
};


export type MutationContradictServiceStatusArgs = {
  input: ContradictServiceStatusInput;
};


export type MutationDeclareLocalEmergencyArgs = {
  input: DeclareLocalEmergencyInput;
};


export type MutationDeclineUpdateRequestArgs = {
  input: DeclineUpdateRequestInput;
};


export type MutationDeliverCommitmentArgs = {
  input: DeliverCommitmentInput;
};


export type MutationDropContactDraftArgs = {
  draftId: Scalars['ID']['input'];
};


export type MutationEndCallUpArgs = {
  input: EndCallUpInput;
};


export type MutationEndDisplayArgs = {
  input: EndDisplayInput;
};


export type MutationEndLineArgs = {
  input: EndLineInput;
};


export type MutationEndLocalEmergencyArgs = {
  input: EndLocalEmergencyInput;
};


export type MutationEndMembershipArgs = {
  input: EndMembershipInput;
};


export type MutationEndOutreachRuleArgs = {
  input: EndOutreachRuleInput;
};


export type MutationEndRosterEntryArgs = {
  input: EndRosterEntryInput;
};


export type MutationEnterAsDisplayArgs = {
  proof: Scalars['String']['input'];
};


export type MutationExplainSurgeArgs = {
  input: ExplainSurgeInput;
};


export type MutationFollowGapArgs = {
  following?: Scalars['Boolean']['input'];
  gapId: Scalars['ID']['input'];
};


export type MutationFollowRoutingProblemArgs = {
  input: FollowRoutingProblemInput;
};


export type MutationForgetFollowUpArgs = {
  input: ForgetFollowUpInput;
};


export type MutationGiveUpOutgoingArgs = {
  input: OutgoingChoiceInput;
};


export type MutationImportRoundEntriesArgs = {
  input: ImportRoundEntriesInput;
};


export type MutationInviteMemberArgs = {
  input: InviteMemberInput;
};


export type MutationKeepContactDraftArgs = {
  input: KeepContactDraftInput;
};


export type MutationLeaveOrganizationArgs = {
  input: LeaveOrganizationInput;
};


export type MutationLinkDisplayArgs = {
  input: LinkDisplayInput;
};


export type MutationMakePosterArgs = {
  input: MakePosterInput;
};


export type MutationMergeGapsArgs = {
  input: MergeGapsInput;
};


export type MutationOpenCrisisArgs = {
  input: OpenCrisisInput;
};


export type MutationOpenRoundArgs = {
  input: OpenRoundInput;
};


export type MutationOpenUpdateRequestArgs = {
  token: Scalars['String']['input'];
};


export type MutationPauseCampaignArgs = {
  input: CampaignStepInput;
};


export type MutationPlanCampaignArgs = {
  input: PlanCampaignInput;
};


export type MutationPrintPosterArgs = {
  input: PrintPosterInput;
};


export type MutationPromiseFollowUpArgs = {
  input: PromiseFollowUpInput;
};


export type MutationRaiseEmergencyArgs = {
  input: RaiseEmergencyInput;
};


export type MutationRecordCallResultArgs = {
  input: RecordCallResultInput;
};


export type MutationRecordContactArgs = {
  input: RecordContactInput;
};


export type MutationRecordEmergencyStepArgs = {
  input: RecordEmergencyStepInput;
};


export type MutationRecordFollowUpTryArgs = {
  input: RecordFollowUpTryInput;
};


export type MutationRecordInterpretationArgs = {
  input: RecordInterpretationInput;
};


export type MutationRecordRoundResultArgs = {
  input: RecordRoundResultInput;
};


export type MutationReleaseCallArgs = {
  input: ReleaseCallInput;
};


export type MutationReleaseCommitmentArgs = {
  input: ReleaseCommitmentInput;
};


export type MutationReleaseFollowUpArgs = {
  input: ReleaseFollowUpInput;
};


export type MutationRemindCampaignArgs = {
  input: CampaignStepInput;
};


export type MutationRenewPosterPinArgs = {
  input: PosterStepInput;
};


export type MutationReopenGapArgs = {
  input: ReopenGapInput;
};


export type MutationReportRoutingProblemArgs = {
  input: ReportRoutingProblemInput;
};


export type MutationReportServiceStatusArgs = {
  input: ReportServiceStatusInput;
};


export type MutationRequestSignInLinkArgs = {
  email: Scalars['String']['input'];
};


export type MutationResumeCampaignArgs = {
  input: CampaignStepInput;
};


export type MutationRetryOutgoingArgs = {
  input: OutgoingChoiceInput;
};


export type MutationRevokeInvitationArgs = {
  input: RevokeInvitationInput;
};


export type MutationRevokePosterArgs = {
  input: PosterStepInput;
};


export type MutationSendCampaignArgs = {
  input: SendCampaignInput;
};


export type MutationSetAreaLeadArgs = {
  input: SetAreaLeadInput;
};


export type MutationSetCommitmentLimitArgs = {
  input: SetCommitmentLimitInput;
};


export type MutationSetCrisisMattersArgs = {
  input: SetCrisisMattersInput;
};


export type MutationSetFreshnessArgs = {
  input: SetFreshnessInput;
};


export type MutationSetInstructionArgs = {
  input: SetInstructionInput;
};


export type MutationSetLineArgs = {
  input: SetLineInput;
};


export type MutationSetLineExceptionArgs = {
  input: SetLineExceptionInput;
};


export type MutationSetMissionArgs = {
  input: SetMissionInput;
};


export type MutationSetN11GuidanceArgs = {
  input: SetN11GuidanceInput;
};


export type MutationSetOutreachRuleArgs = {
  input: SetOutreachRuleInput;
};


export type MutationSetQuestionAsideArgs = {
  input: SetQuestionAsideInput;
};


export type MutationSetRosterEntryArgs = {
  input: SetRosterEntryInput;
};


export type MutationSettleContradictionArgs = {
  input: SettleContradictionInput;
};


export type MutationSettleMembershipClaimArgs = {
  input: SettleMembershipClaimInput;
};


export type MutationSettleProposedChangeArgs = {
  input: SettleProposedChangeInput;
};


export type MutationSignInToDemoArgs = {
  email: Scalars['String']['input'];
};


export type MutationSignInWithLinkArgs = {
  token: Scalars['String']['input'];
};


export type MutationSplitGapArgs = {
  input: SplitGapInput;
};


export type MutationSubscribeToPushArgs = {
  input: SubscribeToPushInput;
};


export type MutationTellEmergencyArgs = {
  input: TellEmergencyInput;
};


export type MutationTellLineArgs = {
  input: TellLineInput;
};


export type MutationUnsubscribeFromPushArgs = {
  endpoint: Scalars['String']['input'];
};


export type MutationWithdrawInstructionArgs = {
  input: WithdrawInstructionInput;
};


export type MutationWithdrawN11GuidanceArgs = {
  input: WithdrawN11GuidanceInput;
};

/** `filled`: all places are taken, and none is mine. `over`: it was ended, or its time has passed. */
export type MyCallUp = {
  answer?: Maybe<CallUpAnswer>;
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  filled: Scalars['Boolean']['output'];
  from: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  line?: Maybe<Line>;
  over: Scalars['Boolean']['output'];
  to: Scalars['DateTime']['output'];
};

export type N11Guidance = {
  code: Scalars['String']['output'];
  /** Whose it is; null for a standing one. */
  crisisId?: Maybe<Scalars['ID']['output']>;
  id: Scalars['ID']['output'];
  name: LocalizedText;
  /** None, where one goes through 211. */
  numbers: Array<N11Number>;
  position: Scalars['Int']['output'];
  /** The typed words point to it. */
  raised: Scalars['Boolean']['output'];
  /** Which of its words were found. */
  raisedBy: Array<Scalars['String']['output']>;
  /** When to give it. */
  when: LocalizedText;
  /** The words that raise it. */
  words: N11Words;
};

export type N11GuidanceSet = {
  guidance: N11Guidance;
};

export type N11GuidanceWithdrawn = {
  guidanceId: Scalars['ID']['output'];
};

export type N11Number = {
  label?: Maybe<LocalizedText>;
  number: Scalars['String']['output'];
};

export type N11NumberInput = {
  label?: InputMaybe<LocalizedTextInput>;
  number: Scalars['String']['input'];
};

export type N11Words = {
  en: Array<Scalars['String']['output']>;
  fr: Array<Scalars['String']['output']>;
};

export type N11WordsInput = {
  en?: Array<Scalars['String']['input']>;
  fr?: Array<Scalars['String']['input']>;
};

export type Near = {
  latitude: Scalars['Float']['input'];
  longitude: Scalars['Float']['input'];
  withinKm?: Scalars['Float']['input'];
};

export type Need = {
  category: Category;
  /** The one that it was flagged in. */
  gap?: Maybe<Gap>;
  id: Scalars['ID']['output'];
  kind: Scalars['String']['output'];
  outcome: NeedOutcome;
  references: Array<Reference>;
  unmetReason?: Maybe<UnmetReason>;
};

/** `category` and `kind` are codes; `MASKS VACCINATION_REGISTRATION GROCERY_DELIVERY FOOD_AID TAXI HOUSING ISOLATION_SUPPORT INTERPRETATION OTHER` stand outside any crisis. */
export type NeedInput = {
  category: Scalars['String']['input'];
  kind: Scalars['String']['input'];
  note?: InputMaybe<Scalars['String']['input']>;
  outcome: NeedOutcome;
  references?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** What the counsellor saw of the services referred to, where that is not what holds when it is recorded. */
  seen?: InputMaybe<Array<SeenInput>>;
  unmetReason?: InputMaybe<UnmetReason>;
};

export type NeedKind = {
  code: Scalars['String']['output'];
  name: LocalizedText;
};

/** `code`: capitals, digits and _. */
export type NeedKindInput = {
  code: Scalars['String']['input'];
  name: LocalizedTextInput;
};

/** Where the gaps of a kind are gathered: by former town, or for the whole city. */
export type NeedLevel =
  | 'MUNICIPALITY'
  | 'NEIGHBOURHOOD';

export type NeedOutcome =
  | 'MET'
  | 'PARTLY_MET'
  | 'UNMET';

/** `score`: 0 to 1, to order them by. */
export type NeedUnderstood = {
  category?: Maybe<Category>;
  kind: KindOfNeed;
  score: Scalars['Float']['output'];
};

export type NotADemonstration = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type NotToCall = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type NotYourService = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type NotYours = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type OpenCrisisInput = {
  areas: Array<CrisisAreaInput>;
  categories?: InputMaybe<Array<Scalars['String']['input']>>;
  exercise?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name: LocalizedTextInput;
  nature: Scalars['String']['input'];
  needKinds?: InputMaybe<Array<NeedKindInput>>;
};

export type OpenCrisisResult = CrisisOpened | IdempotencyKeyReused;

export type OpenInvitation = {
  email: Scalars['String']['output'];
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  invitedAt: Scalars['DateTime']['output'];
  invitedByName: Scalars['String']['output'];
};

/** `endsAt`: within a year. `script`: in one language at least. */
export type OpenRoundInput = {
  endsAt: Scalars['DateTime']['input'];
  givenBy: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  legalBasis: Scalars['String']['input'];
  name: Scalars['String']['input'];
  script: LocalizedTextInput;
  tries?: Scalars['Int']['input'];
};

export type OpenRoundResult = IdempotencyKeyReused | InvalidPerson | RoundChanged | UnknownCode;

export type OpenThen = {
  at: Scalars['DateTime']['output'];
  n: Scalars['Int']['output'];
};

export type OpenUpdateRequestResult = LinkNotValid | UpdateRequestOpened;

export type OpeningPeriod = {
  closes: Scalars['TimeOfDay']['output'];
  closesAt: Scalars['DateTime']['output'];
  opens: Scalars['TimeOfDay']['output'];
  opensAt: Scalars['DateTime']['output'];
};

export type Organization = {
  bestHour?: Maybe<Scalars['TimeOfDay']['output']>;
  description?: Maybe<LocalizedText>;
  email?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  kind: OrganizationKind;
  name: LocalizedText;
  /** How it likes to be asked for news, and when; for the 211, which asks. */
  preferredChannel?: Maybe<ContactChannel>;
  /** Who may speak for it, and is shown as doing so. */
  relay?: Maybe<Organization>;
  /** For whom it may speak. */
  relayFor: Array<Organization>;
  url?: Maybe<Scalars['String']['output']>;
};

export type OrganizationConnection = {
  edges: Array<OrganizationEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type OrganizationEdge = {
  cursor: Scalars['String']['output'];
  node: Organization;
};

export type OrganizationKind =
  | 'COMMUNITY'
  | 'FUNDER'
  | 'HEALTH'
  | 'HOUSING'
  | 'HUMANITARIAN'
  | 'MUNICIPAL'
  | 'OTHER'
  | 'POLICE'
  | 'REFERENCE_CENTRE'
  | 'SCHOOL';

export type OrganizationLeft = {
  membershipId: Scalars['ID']['output'];
};

export type OrganizationLeftAlone = {
  organization: Organization;
  since: Scalars['DateTime']['output'];
};

export type OrganizationMembers = {
  invitations: Array<OpenInvitation>;
  members: Array<Member>;
  organization: Organization;
};

export type OrganizationToReach = {
  /** Who has claimed it, where somebody has. */
  claim?: Maybe<Call>;
  /** Until the first of them opens: 0 where one is open; null where nobody knows its hours, which counts as a day. */
  hoursLeft?: Maybe<Scalars['Float']['output']>;
  /** The organization's. */
  id: Scalars['ID']['output'];
  /** Former towns served by each service that is to be asked of, together; three times where a crisis in force makes its category matter. */
  importance: Scalars['Int']['output'];
  opensAt?: Maybe<Scalars['DateTime']['output']>;
  organization: Organization;
  phones: Array<Phone>;
  /** It is let alone until then. */
  restsUntil?: Maybe<Scalars['DateTime']['output']>;
  score: Scalars['Float']['output'];
  services: Array<ServiceToAsk>;
  /** What came of the last calls, the latest first; three at most. */
  tries: Array<Call>;
};

export type OrganizationToReachConnection = {
  edges: Array<OrganizationToReachEdge>;
  pageInfo: PageInfo;
  /** Let alone for now; in `totalCount` only where `resting` is asked. */
  restingCount: Scalars['Int']['output'];
  totalCount: Scalars['Int']['output'];
};

export type OrganizationToReachEdge = {
  cursor: Scalars['String']['output'];
  node: OrganizationToReach;
};

export type OrganizationToReachNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type OrganizationWeek = {
  organization: Organization;
  /** How often its services were named. */
  references: Scalars['Int']['output'];
  /** What people of the former towns where it is asked for in its categories and did not find; fewer than 5 are not told. */
  unmet: Array<UnmetNearby>;
};

export type Outgoing = {
  bouncedAt?: Maybe<Scalars['DateTime']['output']>;
  channel: OutgoingChannel;
  createdAt: Scalars['DateTime']['output'];
  /** When it leaves, or is tried again, at the soonest. */
  dueAt: Scalars['DateTime']['output'];
  /** Why it did not leave, did not arrive or came back: a code. */
  error?: Maybe<Scalars['String']['output']>;
  groupId?: Maybe<Scalars['ID']['output']>;
  /** It waits until its campaign goes on. */
  held: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  /** Whom it is for, as an organization or a person of ours; never an address. */
  recipient?: Maybe<Scalars['String']['output']>;
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  state: OutgoingState;
  /** Which message it is, as `sign-in`. */
  template: Scalars['String']['output'];
  tries: Scalars['Int']['output'];
};

export type OutgoingChannel =
  | 'MAIL'
  | 'PUSH'
  | 'TEXT';

/** At most 500 at a time. */
export type OutgoingChoiceInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  ids: Array<Scalars['ID']['input']>;
};

export type OutgoingChoiceResult = IdempotencyKeyReused | OutgoingChosen;

/** Those for which it could be done. */
export type OutgoingChosen = {
  ids: Array<Scalars['ID']['output']>;
};

export type OutgoingConnection = {
  edges: Array<OutgoingEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type OutgoingEdge = {
  cursor: Scalars['String']['output'];
  node: Outgoing;
};

export type OutgoingFilter = {
  /** Those that came back. */
  bounced?: InputMaybe<Scalars['Boolean']['input']>;
  channels?: InputMaybe<Array<OutgoingChannel>>;
  /** Those of one campaign. */
  groupId?: InputMaybe<Scalars['ID']['input']>;
  states?: InputMaybe<Array<OutgoingState>>;
  /** Those that died, may not have arrived or came back. */
  troubled?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A channel. `closedSince`: since then whoever delivers takes nothing; it is tried again at `nextTryAt`. */
export type OutgoingLane = {
  channel: OutgoingChannel;
  closedSince?: Maybe<Scalars['DateTime']['output']>;
  error?: Maybe<Scalars['String']['output']>;
  nextTryAt?: Maybe<Scalars['DateTime']['output']>;
  perMinute?: Maybe<Scalars['Int']['output']>;
  sentInLastMinute: Scalars['Int']['output'];
};

/** `HANDED`: being taken by whoever delivers it. `UNSURE`: it was being taken when its worker died; it has almost surely left. `WITHDRAWN`: not wanted any more. */
export type OutgoingState =
  | 'DEAD'
  | 'HANDED'
  | 'PENDING'
  | 'SENT'
  | 'UNSURE'
  | 'WITHDRAWN';

export type OutgoingTally = {
  bounced: Scalars['Int']['output'];
  dead: Scalars['Int']['output'];
  /** Of those, what could leave now. */
  due: Scalars['Int']['output'];
  held: Scalars['Int']['output'];
  lanes: Array<OutgoingLane>;
  pending: Scalars['Int']['output'];
  sentToday: Scalars['Int']['output'];
  unsure: Scalars['Int']['output'];
};

/**
 * At `atTime` in the region, on these days (none, for STALE: every day), while an event is in one of the phases: its own, or any that is no
 * exercise; no phases: always. Whoever was asked less than `restHours` ago is let alone.
 */
export type OutreachRule = {
  askCapacity: Scalars['Boolean']['output'];
  atTime: Scalars['TimeOfDay']['output'];
  byday: Array<Weekday>;
  crisis?: Maybe<Crisis>;
  dueAfterHours: Scalars['Int']['output'];
  facts: Array<FactKind>;
  filter: CampaignFilter;
  id: Scalars['ID']['output'];
  kind: OutreachRuleKind;
  lastAt?: Maybe<Scalars['DateTime']['output']>;
  /** The last that it has made. */
  lastCampaign?: Maybe<Campaign>;
  madeAt: Scalars['DateTime']['output'];
  madeByName: Scalars['String']['output'];
  message: LocalizedText;
  name: LocalizedText;
  nextAt: Scalars['DateTime']['output'];
  phases: Array<CrisisPhase>;
  question?: Maybe<LocalizedText>;
  quietFrom?: Maybe<Scalars['TimeOfDay']['output']>;
  quietTo?: Maybe<Scalars['TimeOfDay']['output']>;
  remindAfterHours: Array<Scalars['Int']['output']>;
  restHours: Scalars['Int']['output'];
  subject: LocalizedText;
};

export type OutreachRuleEnded = {
  ruleId: Scalars['ID']['output'];
};

/** STALE: asks those alone of whom we are no longer sure. */
export type OutreachRuleKind =
  | 'STALE'
  | 'WEEKLY';

export type OutreachRuleNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type OutreachRuleSet = {
  rule: OutreachRule;
};

export type PageInfo = {
  endCursor?: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
};

/** Who calls just now. */
export type PersonClaim = {
  byName?: Maybe<Scalars['String']['output']>;
  mine: Scalars['Boolean']['output'];
  until: Scalars['DateTime']['output'];
};

export type PersonNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/** `from`: null where the area was opened in its first phase. `reason`: for those who are signed in. */
export type PhaseChange = {
  area: CrisisArea;
  at: Scalars['DateTime']['output'];
  from?: Maybe<CrisisPhase>;
  reason?: Maybe<Scalars['String']['output']>;
  to: CrisisPhase;
};

export type Phone = {
  description?: Maybe<LocalizedText>;
  extension?: Maybe<Scalars['String']['output']>;
  number: Scalars['String']['output'];
};

export type PhoneDevice =
  | 'CELL'
  | 'INTERNET'
  | 'LANDLINE';

/** `point`: what to ask distances from. A street comes without its numbers. */
export type Place = {
  kind: PlaceKind;
  latitude: Scalars['Float']['output'];
  longitude: Scalars['Float']['output'];
  name: LocalizedText;
  territory?: Maybe<Territory>;
};

export type PlaceKind =
  | 'POSTAL_CODE'
  | 'STREET'
  | 'TERRITORY';

/**
 * `dueAt`: until when answers are awaited. `remindAfterHours`: after the mail was sent, five at most. `quietFrom`, `quietTo`: local hours in
 * which nothing is sent, over midnight too. `sendAt`: planned and scheduled at once.
 */
export type PlanCampaignInput = {
  askCapacity?: InputMaybe<Scalars['Boolean']['input']>;
  crisisId?: InputMaybe<Scalars['ID']['input']>;
  dueAt: Scalars['DateTime']['input'];
  facts?: InputMaybe<Array<FactKind>>;
  filter: ServiceFilter;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  message: LocalizedTextInput;
  name: LocalizedTextInput;
  question?: InputMaybe<LocalizedTextInput>;
  quietFrom?: InputMaybe<Scalars['TimeOfDay']['input']>;
  quietTo?: InputMaybe<Scalars['TimeOfDay']['input']>;
  remindAfterHours?: InputMaybe<Array<Scalars['Int']['input']>>;
  sendAt?: InputMaybe<Scalars['DateTime']['input']>;
  subject: LocalizedTextInput;
};

export type PlanCampaignResult = CampaignPlanned | IdempotencyKeyReused | InvalidCampaign;

export type PlannedStatus = {
  note?: Maybe<LocalizedText>;
  state: ServiceState;
  takesOverAt: Scalars['DateTime']['output'];
};

export type Point = {
  latitude: Scalars['Float']['input'];
  longitude: Scalars['Float']['input'];
};

export type Poster = {
  /** The last ten, the latest first. */
  answers: Array<PosterAnswer>;
  id: Scalars['ID']['output'];
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  madeAt: Scalars['DateTime']['output'];
  nextWeek: PosterWeek;
  organization: Organization;
  printedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The number changes on Monday at midnight where the region is. */
  thisWeek: PosterWeek;
  /** After too many wrong numbers it takes none until then. */
  waitsUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Wrong numbers since the week began. */
  wrongPins: Scalars['Int']['output'];
};

/** `services`: how many were spoken of. */
export type PosterAnswer = {
  firstName: Scalars['String']['output'];
  saidAt: Scalars['DateTime']['output'];
  services: Scalars['Int']['output'];
};

export type PosterAnswered = {
  leftOut: Array<LeftOutOfAnswer>;
  /** What somebody else said of the same services within ten minutes: both are kept, the later one holds. */
  others: Array<StatusReport>;
  /** Those whose word was taken, as everybody sees them now. */
  services: Array<Service>;
};

export type PosterConnection = {
  edges: Array<PosterEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type PosterEdge = {
  cursor: Scalars['String']['output'];
  node: Poster;
};

export type PosterMade = {
  poster: Poster;
};

/** Also what the caller is told of one that is another's, or was revoked. */
export type PosterNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type PosterNotMade = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type PosterNotValid = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/** `path`: what the QR code leads to, below the hub's own address. */
export type PosterPrinted = {
  path: Scalars['String']['output'];
  poster: Poster;
};

/** `poster`: null once it is revoked. */
export type PosterStepDone = {
  poster?: Maybe<Poster>;
};

export type PosterStepInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  posterId: Scalars['ID']['input'];
};

export type PosterStepResult = IdempotencyKeyReused | PosterNotFound | PosterStepDone;

/** `pin`: four digits. */
export type PosterWeek = {
  from: Scalars['DateTime']['output'];
  pin: Scalars['String']['output'];
  until: Scalars['DateTime']['output'];
};

export type PrintPosterInput = {
  posterId: Scalars['ID']['input'];
};

export type PrintPosterResult = PosterNotFound | PosterPrinted;

/** `knownAs`: a name that the person answers to, not more. `territory`: a former town. `language`: a BCP 47 tag. `dueAt`: within 90 days. */
export type PromiseFollowUpInput = {
  category: Scalars['String']['input'];
  contactId?: InputMaybe<Scalars['ID']['input']>;
  dueAt: Scalars['DateTime']['input'];
  group: FollowUpGroup;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  kind: Scalars['String']['input'];
  knownAs: Scalars['String']['input'];
  language: Scalars['String']['input'];
  phone: Scalars['String']['input'];
  safeContact?: InputMaybe<Scalars['String']['input']>;
  territory?: InputMaybe<Scalars['String']['input']>;
};

export type PromiseFollowUpResult = FollowUpChanged | IdempotencyKeyReused | InvalidPerson | UnknownCode;

export type ProposalState =
  | 'ACCEPTED'
  | 'PROPOSED'
  | 'REJECTED';

/** `present`: what the record said when this was proposed. */
export type ProposedChange = {
  id: Scalars['ID']['output'];
  kind: FactKind;
  location?: Maybe<Location>;
  organization: Organization;
  present?: Maybe<Scalars['String']['output']>;
  proposed: Scalars['String']['output'];
  saidAt: Scalars['DateTime']['output'];
  saidBy: StatusSource;
  service: Service;
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  state: ProposalState;
};

export type ProposedChangeConnection = {
  edges: Array<ProposedChangeEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ProposedChangeEdge = {
  cursor: Scalars['String']['output'];
  node: ProposedChange;
};

/** Settled already by somebody else, or never made. */
export type ProposedChangeNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type ProposedChangeSettled = {
  proposedChange: ProposedChange;
};

/** The browser's push service is none that this hub writes to, or the keys are none. */
export type PushNotPossible = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type Query = {
  /**
   * Needs of the same kind that somebody of the same profile (language, age, place) had within the last minutes: perhaps the same person
   * called twice. Offered, never forced; at most five.
   */
  alikeContacts: Array<Contact>;
  /** What people ask that nothing answers yet, the most asked first; with `settled`, what was answered or set aside, the latest first. At most 200. */
  askedQuestions: Array<AskedQuestion>;
  callUp?: Maybe<CallUp>;
  /** What a link calls up for; null for a link that is none. */
  callUpByLink?: Maybe<MyCallUp>;
  /** Those to come and those that run, the next first; with `past`, the last hundred that are over. */
  callUps: Array<CallUp>;
  /** Null for one that is unknown. */
  campaign?: Maybe<Campaign>;
  /** Whom a campaign with this filter would ask, of what the caller may see. */
  campaignAudience: CampaignAudience;
  /** The latest made first; at most 100 at a time. */
  campaigns: CampaignConnection;
  categories: Array<Category>;
  /** The same history as the subscriptions, by paging, limited to what the caller may see. At most 500 at a time. */
  changes: ChangeConnection;
  /** Calls that were begun and not recorded, the latest changed first; of one's own, ten at most. */
  contactDrafts: Array<ContactDraft>;
  /** Who says otherwise, the latest first; at most 200 at a time. But for 211, only those that marked a public status. */
  contradictions: ContradictionConnection;
  /** Those that run first, the latest opened first. An exercise is shown to those who take part only. */
  crises: Array<Crisis>;
  crisis?: Maybe<Crisis>;
  /** Requests flagged and services that take people now, by former town: where the one is without the other. */
  demandAndSupply: Array<TerritoryDemand>;
  /** The accounts that the sign-in page of a demonstration offers by one click; empty outside a demonstration. */
  demoAccounts: Array<DemoAccount>;
  /** What this hub shows is invented, at least in part: its database says so. Null everywhere else. */
  demonstration?: Maybe<Demonstration>;
  /** The wall screen that is asking; null for anybody else. */
  display?: Maybe<Display>;
  /** The wall screens in use: the caller's organization's, or all, by name. */
  displays: Array<Display>;
  /** Of the last seven days, in the caller's organization, the latest first; at most 100. Where and whom is in none of them. */
  emergencies: Array<Emergency>;
  /** One that the caller raised, or supervises; null for any other. */
  emergency?: Maybe<Emergency>;
  /** Where help is to go and how to call back, for a day: each reading is written down. Null for one that is unknown, or another organization's. */
  emergencyCaller?: Maybe<EmergencyCaller>;
  followUp?: Maybe<FollowUp>;
  /** What came of those that were done since then; they stay when the people are forgotten. */
  followUpFigures: FollowUpFigures;
  /** Whom to call: each reading is written down. Null for a follow-up that is unknown, or another organization's. */
  followUpPerson?: Maybe<FollowUpPerson>;
  /** Of the caller's organization. What is still to be done, what is next first; or what is done, the latest first. At most 200 at a time; nobody is named in it. */
  followUps: FollowUpConnection;
  /** Null for one that is unknown, or of an exercise of others. */
  gap?: Maybe<Gap>;
  /**
   * What nobody has committed to comes first, then by weight; without states, all but CLOSED ones. At most 200 at a time. A cursor holds the
   * instant of the first page, by which all of them are weighed.
   */
  gaps: GapConnection;
  /** Where a person may be handed over to. */
  handoverTargets: Array<HandoverTarget>;
  /** By language, the most asked first: from one day to the other, both with it. Nothing of who called. */
  interpretationFigures: Array<InterpretationFigure>;
  /** What an invitation's link is for; it is not used up. Null for one that is not valid, whatever the reason. */
  invitation?: Maybe<Invitation>;
  /** Null for one that is unknown, or not in service any more. */
  line?: Maybe<Line>;
  /** Those in service, in their order; a crisis's own last. */
  lines: Array<Line>;
  /** The whole selection, as a map colours it: one for each place that the caller may know of, in no order. */
  mapServices: Array<MapService>;
  /** Who is asking; null when nobody is signed in. */
  me?: Maybe<Me>;
  /** Who claims to belong to an organization, and reads the mail of the address they gave; the oldest first. */
  membershipClaims: MembershipClaimConnection;
  /** What I was called up for and is not over. */
  myCallUps: Array<MyCallUp>;
  /** What the caller recorded since then, the latest first; at most 200. */
  myContacts: Array<Contact>;
  /** The one that the caller has taken; null where they have none. */
  myRoundEntry?: Maybe<RoundEntry>;
  /**
   * The right number, standing or of a crisis: those that the typed words raise first, then in their order. Words are found in French and in
   * English, without regard to accents, at the beginning of a word. One of the crisis stands in place of the standing one of its code, whose
   * words raise it too.
   */
  n11Guidance: Array<N11Guidance>;
  /** Kinds of need: the standing ones, and before them those of this event while it runs. */
  needKinds: Array<KindOfNeed>;
  organization?: Maybe<Organization>;
  /** Who speaks for the organization, and who is invited to. Null for one that is not the caller's. */
  organizationMembers?: Maybe<OrganizationMembers>;
  /** One of them, with all that it offers, to be asked or not. Null for one that is unknown, or that offers nothing. */
  organizationToReach?: Maybe<OrganizationToReach>;
  /** By text in their names, in the order of their names; at most 200 at a time. */
  organizations: OrganizationConnection;
  /** Organizations whose last editor has left, the latest first; at most 200. */
  organizationsLeftAlone: Array<OrganizationLeftAlone>;
  /**
   * Whom to call, first those who matter before their next opening: `importance` × 24 / hours left, so that what opens within the hour weighs
   * as much as twenty-four of what opens tomorrow. At most 200 at a time. Those who are let alone for now are counted only, unless `resting`.
   */
  organizationsToReach: OrganizationToReachConnection;
  /** What leaves the hub and what has left it, the newest first. At most 200 at a time. */
  outgoing: OutgoingConnection;
  /** How it leaves: what waits, what failed, and whether those who deliver it take anything. */
  outgoingState: OutgoingTally;
  /** Those that have not ended, the next to come first. */
  outreachRules: Array<OutreachRule>;
  /** Where somebody may mean, as they type: territories, streets of the directory's own addresses, beginnings of postal codes. */
  places: Array<Place>;
  /** Where the log stands; read before anything else in the same request, so that a subscription from it misses nothing. */
  position: Scalars['Position']['output'];
  /** Those that the caller may manage and that were not revoked, by the organization's name; at most 100 at a time. */
  posters: PosterConnection;
  /**
   * The letter as this organization would get it, or the first of the audience; what is not written yet is not in it. `language`: `fr` or
   * `en`, instead of its own.
   */
  previewCampaign: CampaignPreview;
  /** What was said that records should say, the last said first; at most 200 at a time. Without states, those that nobody has looked at. */
  proposedChanges: ProposedChangeConnection;
  /** What a browser subscribes with: the hub's public key, base64url (RFC 8292). */
  pushKey: Scalars['String']['output'];
  /** The settings of this deployment's region. */
  region: Region;
  /** Who can be called up, by their names. */
  roster: Array<RosterEntry>;
  round?: Maybe<Round>;
  /** Of a round, in the order of its list; at most 200 at a time, from after this place. */
  roundEntries: Array<RoundEntry>;
  /**
   * Whom to call: for who has taken it, and for who opens rounds. Each reading is written down. Null for one that is unknown, another
   * organization's, or another's to call.
   */
  roundPerson?: Maybe<RoundPerson>;
  /** Of the caller's organization, the newest first; at most 100. Nobody on them is named. */
  rounds: Array<Round>;
  /** Who called, to whom the line's organization lets read it; each reading is written down. Null for a problem that is unknown. */
  routingCaller?: Maybe<RoutingCaller>;
  /** To the telephone company, ready to send; with the number for who may read it, and that is written down too. */
  routingLetter?: Maybe<RoutingLetter>;
  routingProblem?: Maybe<RoutingProblem>;
  /** The latest first; at most 200 at a time. The caller's number is in none of them. */
  routingProblems: RoutingProblemConnection;
  /** Handovers without consent, at a serious risk: the register that the law asks, the latest first. At most 200 at a time. */
  seriousRiskRegister: HandoverConnection;
  /** Null for a service that does not exist, or that the caller may not see. */
  service?: Maybe<Service>;
  /**
   * Services that the caller may see; at most 200 at a time. Filters are cumulative. In the order of their names, unless words, a place or a
   * time are asked: then as RELEVANCE says. The cursor holds the instant by which they are ranked, so that no service comes twice, and none
   * is left out, while states change from page to page; it serves for an hour.
   */
  services: ServiceConnection;
  /** How many of them, by former town; without a name. */
  silence: Array<TerritorySilence>;
  /**
   * The same selection as `services` with the same filter, counted at one instant: the sum of `counts` and `toConfirm` is `total`.
   * `crisisId`: as in the filter.
   */
  situation: Situation;
  /** Every word on a service and its places, the last said first; at most 200 at a time. Empty for a service that the caller may not see. */
  statusReports: StatusReportConnection;
  /** What somebody may look for, as they type: categories, common words, services, organizations. */
  suggestions: Array<Suggestion>;
  /**
   * What is beyond chance at an instant, now unless said: each kind of need, and all of them (`ALL`), in each place, against its own past. How
   * that is found: docs/surges.md. Those that were muted only where `muted` is asked.
   */
  surges: Array<Surge>;
  territories: Array<Territory>;
  /** The last changes of status, the last first; before a position, if one is given. At most 100. */
  timeline: Array<TimelineEntry>;
  /** Who is to be called: no longer sure, or never said; importance × hours over the limit first. At most 200 at a time. */
  toReach: ToReachConnection;
  /** What some words, in either language, ask for, the likeliest first; three at most, none where nothing is recognized. */
  understandNeed: Array<NeedUnderstood>;
  /** What a request asks, for who shows its link. Null: the link is not valid; whether it has expired, was revoked or never was is not told. */
  updateRequest?: Maybe<UpdateRequest>;
  /** What the 211 did for an organization in the last seven days; null for one that is unknown or not the caller's. */
  weekOfOrganization?: Maybe<OrganizationWeek>;
};


export type QueryAlikeContactsArgs = {
  input: AlikeContactsInput;
};


export type QueryAskedQuestionsArgs = {
  crisisId?: InputMaybe<Scalars['ID']['input']>;
  settled?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryCallUpArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCallUpByLinkArgs = {
  token: Scalars['String']['input'];
};


export type QueryCallUpsArgs = {
  past?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryCampaignArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCampaignAudienceArgs = {
  filter: ServiceFilter;
};


export type QueryCampaignsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  states?: InputMaybe<Array<CampaignState>>;
};


export type QueryChangesArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryContradictionsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  states?: InputMaybe<Array<ContradictionState>>;
};


export type QueryCrisesArgs = {
  phase?: InputMaybe<CrisisPhase>;
};


export type QueryCrisisArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDemandAndSupplyArgs = {
  crisisId?: InputMaybe<Scalars['ID']['input']>;
  kind: Scalars['String']['input'];
};


export type QueryEmergenciesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryEmergencyArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEmergencyCallerArgs = {
  emergencyId: Scalars['ID']['input'];
};


export type QueryFollowUpArgs = {
  id: Scalars['ID']['input'];
};


export type QueryFollowUpFiguresArgs = {
  since: Scalars['DateTime']['input'];
};


export type QueryFollowUpPersonArgs = {
  followUpId: Scalars['ID']['input'];
};


export type QueryFollowUpsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  done?: Scalars['Boolean']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryGapArgs = {
  id: Scalars['ID']['input'];
};


export type QueryGapsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<GapFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryInterpretationFiguresArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryInvitationArgs = {
  token: Scalars['String']['input'];
};


export type QueryLineArgs = {
  code: Scalars['String']['input'];
};


export type QueryMapServicesArgs = {
  filter?: InputMaybe<ServiceFilter>;
};


export type QueryMembershipClaimsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryMyContactsArgs = {
  since: Scalars['DateTime']['input'];
};


export type QueryMyRoundEntryArgs = {
  roundId: Scalars['ID']['input'];
};


export type QueryN11GuidanceArgs = {
  crisisId?: InputMaybe<Scalars['ID']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QueryNeedKindsArgs = {
  crisisId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryOrganizationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrganizationMembersArgs = {
  organizationId: Scalars['ID']['input'];
};


export type QueryOrganizationToReachArgs = {
  organizationId: Scalars['ID']['input'];
};


export type QueryOrganizationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOrganizationsToReachArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ServiceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  resting?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryOutgoingArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OutgoingFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPlacesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  text: Scalars['String']['input'];
};


export type QueryPostersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  organizationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryPreviewCampaignArgs = {
  input: PlanCampaignInput;
  language?: InputMaybe<Scalars['String']['input']>;
  organizationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryProposedChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  states?: InputMaybe<Array<ProposalState>>;
};


export type QueryRoundArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRoundEntriesArgs = {
  afterPlace?: InputMaybe<Scalars['Int']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  roundId: Scalars['ID']['input'];
  states?: InputMaybe<Array<RoundEntryState>>;
};


export type QueryRoundPersonArgs = {
  entryId: Scalars['ID']['input'];
};


export type QueryRoundsArgs = {
  closed?: Scalars['Boolean']['input'];
};


export type QueryRoutingCallerArgs = {
  problemId: Scalars['ID']['input'];
};


export type QueryRoutingLetterArgs = {
  problemId: Scalars['ID']['input'];
};


export type QueryRoutingProblemArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRoutingProblemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  states?: InputMaybe<Array<RoutingState>>;
};


export type QuerySeriousRiskRegisterArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryServiceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryServicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ServiceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sort?: InputMaybe<ServiceSort>;
};


export type QuerySilenceArgs = {
  filter?: InputMaybe<ServiceFilter>;
};


export type QuerySituationArgs = {
  crisisId?: InputMaybe<Scalars['ID']['input']>;
  filter?: InputMaybe<ServiceFilter>;
};


export type QueryStatusReportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  serviceId: Scalars['ID']['input'];
};


export type QuerySuggestionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  text: Scalars['String']['input'];
};


export type QuerySurgesArgs = {
  at?: InputMaybe<Scalars['DateTime']['input']>;
  muted?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryTerritoriesArgs = {
  kind?: InputMaybe<TerritoryKind>;
};


export type QueryTimelineArgs = {
  before?: InputMaybe<Scalars['Position']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryToReachArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ServiceFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryUnderstandNeedArgs = {
  crisisId?: InputMaybe<Scalars['ID']['input']>;
  text: Scalars['String']['input'];
};


export type QueryUpdateRequestArgs = {
  token: Scalars['String']['input'];
};


export type QueryWeekOfOrganizationArgs = {
  organizationId: Scalars['ID']['input'];
};

export type QuestionAsked = {
  question: AskedQuestion;
};

export type QuestionNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type QuestionOutcome =
  | 'ANSWERED'
  | 'SET_ASIDE';

export type QuestionSettled = {
  question: AskedQuestion;
};

export type RaiseEmergencyInput = {
  address?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
};

export type RaiseEmergencyResult = EmergencyChanged | IdempotencyKeyReused | InvalidPerson;

/**
 * Why an organization is to be asked of a service. STALE: its word is no longer sure; NEVER_SAID: there is none; STALE_BEFORE_OPENING: it will
 * not be sure any more when the service opens next; ASKED: a campaign that runs has asked, and nothing was said since.
 */
export type ReachReason =
  | 'ASKED'
  | 'NEVER_SAID'
  | 'STALE'
  | 'STALE_BEFORE_OPENING';

/** `callBackAt`: of CALL_BACK, within thirty days. */
export type RecordCallResultInput = {
  callBackAt?: InputMaybe<Scalars['DateTime']['input']>;
  callId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  result: CallResult;
};

export type RecordContactInput = {
  calledBefore?: InputMaybe<Scalars['Boolean']['input']>;
  caller?: InputMaybe<CallerInput>;
  callerIs?: InputMaybe<CallerIs>;
  crisisId?: InputMaybe<Scalars['ID']['input']>;
  /** The draft that it was kept in: forgotten. */
  draftId?: InputMaybe<Scalars['ID']['input']>;
  endedAt: Scalars['DateTime']['input'];
  handovers?: InputMaybe<Array<HandoverInput>>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  interpreted: Scalars['Boolean']['input'];
  kind?: InputMaybe<ContactKind>;
  language: Scalars['String']['input'];
  line: ContactLine;
  needs: Array<NeedInput>;
  /** Of the call as a whole; never who called. */
  note?: InputMaybe<Scalars['String']['input']>;
  personPresent?: InputMaybe<Scalars['Boolean']['input']>;
  startedAt: Scalars['DateTime']['input'];
};

export type RecordContactResult = ContactRecorded | IdempotencyKeyReused | InvalidTime | TextTooLong | UnknownCode;

export type RecordEmergencyStepInput = {
  emergencyId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  step: EmergencyStepKind;
  to?: InputMaybe<Scalars['String']['input']>;
};

export type RecordFollowUpTryInput = {
  followUpId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  outcome: FollowUpTryOutcome;
};

export type RecordInterpretationInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  interpretationId: Scalars['ID']['input'];
  outcome: InterpretationOutcome;
};

export type RecordInterpretationResult = IdempotencyKeyReused | InterpretationNotFound | InterpretationRecorded;

/** `needs` and `handovers`: with NEEDS_HELP, one at least. `neighbourhood`: a former town, for the need. */
export type RecordRoundResultInput = {
  entryId: Scalars['ID']['input'];
  handovers?: InputMaybe<Array<HandoverInput>>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  language?: InputMaybe<Scalars['String']['input']>;
  needs?: InputMaybe<Array<NeedInput>>;
  neighbourhood?: InputMaybe<Scalars['String']['input']>;
  outcome: RoundOutcome;
};

export type RecordRoundResultResult = IdempotencyKeyReused | InvalidTime | NotToCall | PersonNotFound | RoundResultRecorded | TextTooLong | UnknownCode;

/** As the counsellor saw it. */
export type Reference = {
  at: Scalars['DateTime']['output'];
  service: Service;
  stale: Scalars['Boolean']['output'];
  state: ServiceState;
};

/** Why a command did not happen, in the caller's language. Every refusal of every command implements it. */
export type Refusal = {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/** One deployment serves one region. `timeZone` is an IANA name, `languages` BCP 47, the first is the default. */
export type Region = {
  /** The map that was set to be under the services; null: the schematic one. */
  basemap?: Maybe<Basemap>;
  /** What a map shows at first. */
  frame: Frame;
  languages: Array<Scalars['String']['output']>;
  name: LocalizedText;
  timeZone: Scalars['String']['output'];
};

export type ReleaseCallInput = {
  callId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type ReleaseCommitmentInput = {
  commitmentId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  reason: Scalars['String']['input'];
};

export type ReleaseFollowUpInput = {
  followUpId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type ReloadDemonstrationResult = DemonstrationReloading | NotADemonstration;

export type ReopenGapInput = {
  gapId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
};

/** `number`: the caller's. One of `territory` and `place` at least. `happenedAt`: none for now. */
export type ReportRoutingProblemInput = {
  company: Scalars['String']['input'];
  device: PhoneDevice;
  happenedAt?: InputMaybe<Scalars['DateTime']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  lineCode?: Scalars['String']['input'];
  number: Scalars['String']['input'];
  place?: InputMaybe<Scalars['String']['input']>;
  territory?: InputMaybe<Scalars['String']['input']>;
  whatHappened: Scalars['String']['input'];
};

export type ReportRoutingProblemResult = IdempotencyKeyReused | InvalidRoutingProblem | LineNotFound | RoutingProblemReported;

export type ReportServiceStatusInput = {
  capacity?: InputMaybe<CapacityInput>;
  changes?: InputMaybe<Array<StatusAspect>>;
  /** In the future for a plan; it takes over by itself. None: when it was observed. */
  effectiveFrom?: InputMaybe<Scalars['DateTime']['input']>;
  goodUntil?: InputMaybe<Scalars['DateTime']['input']>;
  heardFrom?: InputMaybe<HeardFrom>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** None: the service as a whole, that is each of its places. */
  locationId?: InputMaybe<Scalars['ID']['input']>;
  note?: InputMaybe<LocalizedTextInput>;
  /** Now, if later than now; beyond two minutes that is said by a notice. */
  observedAt?: InputMaybe<Scalars['DateTime']['input']>;
  reason?: InputMaybe<Scalars['String']['input']>;
  replacementServiceId?: InputMaybe<Scalars['ID']['input']>;
  serviceId: Scalars['ID']['input'];
  /** `UNKNOWN` is never a report. */
  state: ServiceState;
};

export type ReportServiceStatusResult = IdempotencyKeyReused | InvalidCapacity | InvalidTime | NotYourService | ServiceNotFound | ServiceStatusReported | TextTooLong;

export type RequestState =
  | 'ANSWERED'
  | 'BOUNCED'
  | 'DECLINED'
  | 'EXPIRED'
  | 'OPENED'
  | 'PENDING'
  | 'SENT';

export type RevokeInvitationInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  invitationId: Scalars['ID']['input'];
};

export type RevokeInvitationResult = IdempotencyKeyReused | InvitationNotFound | InvitationRevoked;

export type RosterCalledUp = {
  callUp: CallUp;
};

export type RosterEntry = {
  accountId: Scalars['ID']['output'];
  id: Scalars['ID']['output'];
  languages: Array<Scalars['String']['output']>;
  name: Scalars['String']['output'];
  setAt: Scalars['DateTime']['output'];
  shifts: Array<Shift>;
  trainings: Array<Training>;
};

export type RosterEntryEnded = {
  entryId: Scalars['ID']['output'];
};

export type RosterEntryNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type RosterEntryResult = IdempotencyKeyReused | InvalidRosterEntry | RosterEntrySet;

export type RosterEntrySet = {
  entry: RosterEntry;
};

/** A list of people or buildings to call, given by somebody who may. */
export type Round = {
  /** What remains once it is over. */
  certificate?: Maybe<RoundCertificate>;
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  endsAt: Scalars['DateTime']['output'];
  givenBy: Organization;
  id: Scalars['ID']['output'];
  legalBasis: Scalars['String']['output'];
  name: Scalars['String']['output'];
  openedAt: Scalars['DateTime']['output'];
  progress: RoundProgress;
  script: LocalizedText;
  /** How many calls without an answer before a visit is requested. */
  tries: Scalars['Int']['output'];
};

export type RoundCertificate = {
  at: Scalars['DateTime']['output'];
  destroyed: Scalars['Int']['output'];
  why: RoundEnd;
};

export type RoundChange = {
  occurredAt: Scalars['DateTime']['output'];
  position: Scalars['Position']['output'];
  roundId: Scalars['ID']['output'];
};

export type RoundChanged = {
  round: Round;
};

export type RoundEnd =
  | 'CLOSED'
  | 'END_DATE';

export type RoundEntriesImported = {
  added: Scalars['Int']['output'];
  faults: Array<RoundRowFault>;
  round: Round;
};

export type RoundEntry = {
  claim?: Maybe<PersonClaim>;
  id: Scalars['ID']['output'];
  nextAt: Scalars['DateTime']['output'];
  outcome?: Maybe<RoundOutcome>;
  place: Scalars['Int']['output'];
  roundId: Scalars['ID']['output'];
  settledAt?: Maybe<Scalars['DateTime']['output']>;
  state: RoundEntryState;
  tries: Scalars['Int']['output'];
};

export type RoundEntryClaimed = {
  entry?: Maybe<RoundEntry>;
  round: Round;
};

export type RoundEntryState =
  | 'DONE'
  | 'VISIT_REQUESTED'
  | 'WAITING';

/** NO_ANSWER alone leaves it to be called again; after the round's tries a visit is requested. */
export type RoundOutcome =
  | 'NEEDS_HELP'
  | 'NO_ANSWER'
  | 'REFUSED'
  | 'SAFE'
  | 'WRONG_NUMBER';

export type RoundPerson = {
  address?: Maybe<Scalars['String']['output']>;
  language?: Maybe<Scalars['String']['output']>;
  name?: Maybe<Scalars['String']['output']>;
  note?: Maybe<Scalars['String']['output']>;
  phone?: Maybe<Scalars['String']['output']>;
  state: KeptState;
};

/** `ready`: of those that wait, how many can be called now. */
export type RoundProgress = {
  needsHelp: Scalars['Int']['output'];
  ready: Scalars['Int']['output'];
  refused: Scalars['Int']['output'];
  safe: Scalars['Int']['output'];
  total: Scalars['Int']['output'];
  visitRequested: Scalars['Int']['output'];
  waiting: Scalars['Int']['output'];
  wrongNumber: Scalars['Int']['output'];
};

export type RoundResultRecorded = {
  entry: RoundEntry;
  round: Round;
};

export type RoundRowFault = {
  kind: RoundRowFaultKind;
  line: Scalars['Int']['output'];
};

export type RoundRowFaultKind =
  | 'LANGUAGE_NOT_KNOWN'
  | 'NAME_AND_ADDRESS_MISSING'
  | 'NOT_READ'
  | 'NUMBER_NOT_VALID'
  | 'TEXT_TOO_LONG'
  | 'TWICE';

export type RoutingCaller = {
  number?: Maybe<Scalars['String']['output']>;
  /** The place of the call, as the caller said it. */
  place?: Maybe<Scalars['String']['output']>;
  state: KeptState;
};

export type RoutingLetter = {
  body: LocalizedText;
  company: Scalars['String']['output'];
  subject: LocalizedText;
  /** The number is in it; else a place is left for it. */
  withNumber: Scalars['Boolean']['output'];
};

export type RoutingProblem = {
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The caller's telephone company. */
  company: Scalars['String']['output'];
  device: PhoneDevice;
  /** When the caller was, or will be, forgotten; null while it is open. */
  forgottenAt?: Maybe<Scalars['DateTime']['output']>;
  happenedAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  lineCode: Scalars['String']['output'];
  reportedAt: Scalars['DateTime']['output'];
  state: RoutingState;
  steps: Array<RoutingStep>;
  /** Where the call was made from; null where the caller said it otherwise (see `routingCaller`). */
  territory?: Maybe<Territory>;
  /** Null once the caller was forgotten. */
  whatHappened?: Maybe<Scalars['String']['output']>;
};

export type RoutingProblemChange = {
  occurredAt: Scalars['DateTime']['output'];
  position: Scalars['Position']['output'];
  problem: RoutingProblem;
};

export type RoutingProblemConnection = {
  edges: Array<RoutingProblemEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type RoutingProblemEdge = {
  cursor: Scalars['String']['output'];
  node: RoutingProblem;
};

export type RoutingProblemFollowed = {
  problem: RoutingProblem;
};

export type RoutingProblemNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type RoutingProblemReported = {
  problemId: Scalars['ID']['output'];
};

/** REPORTED → SENT_TO_COMPANY → FIXED or CANNOT_REPRODUCE; either of these at any time. */
export type RoutingState =
  | 'CANNOT_REPRODUCE'
  | 'FIXED'
  | 'REPORTED'
  | 'SENT_TO_COMPANY';

/** `byName`: null for the public, and for who has left. */
export type RoutingStep = {
  at: Scalars['DateTime']['output'];
  byName?: Maybe<Scalars['String']['output']>;
  note?: Maybe<Scalars['String']['output']>;
  state: RoutingState;
};

/**
 * As in HSDS 3, in local days and hours. An exception stands for all that is said of its days, and without hours it says closed.
 * Without a frequency it is each day that it is valid, or the one day that it begins. Closing at or before opening is the next day.
 */
export type Schedule = {
  /** `TU`; of a month also `2TU`, the second Tuesday, and `-1FR`, the last Friday. */
  byday: Array<Scalars['String']['output']>;
  bymonthday: Array<Scalars['Int']['output']>;
  closesAt?: Maybe<Scalars['TimeOfDay']['output']>;
  description?: Maybe<LocalizedText>;
  dtstart?: Maybe<Scalars['Date']['output']>;
  exception: Scalars['Boolean']['output'];
  freq?: Maybe<ScheduleFrequency>;
  id: Scalars['ID']['output'];
  interval: Scalars['Int']['output'];
  locationId?: Maybe<Scalars['ID']['output']>;
  opensAt?: Maybe<Scalars['TimeOfDay']['output']>;
  until?: Maybe<Scalars['Date']['output']>;
  validFrom?: Maybe<Scalars['Date']['output']>;
  validTo?: Maybe<Scalars['Date']['output']>;
};

export type ScheduleFrequency =
  | 'MONTHLY'
  | 'WEEKLY';

export type SeenInput = {
  at: Scalars['DateTime']['input'];
  serviceId: Scalars['ID']['input'];
  stale: Scalars['Boolean']['input'];
  state: ServiceState;
};

export type SendCampaignInput = {
  /** None: now. */
  at?: InputMaybe<Scalars['DateTime']['input']>;
  campaignId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/**
 * `references`: those that were given since then; of a word older than seven days, and of none, in the last seven days. `estimate`: how many
 * may have gone, as an estimate: each need counts once, shared among the services that it was pointed to. `asksAgain`: with its count that
 * it said, they are three quarters of what there was, or more: « encore vrai ? »
 */
export type SentSince = {
  asksAgain: Scalars['Boolean']['output'];
  estimate: Scalars['Float']['output'];
  references: Scalars['Int']['output'];
  since: Scalars['DateTime']['output'];
};

export type Service = {
  access: Array<ServiceAccess>;
  alternateName?: Maybe<LocalizedText>;
  /** When somebody last made sure of its record. */
  assuredAt?: Maybe<Scalars['Date']['output']>;
  categories: Array<Category>;
  /** Whom to ask: its own and its places', its organization's where it has none. */
  contacts: Array<DirectoryContact>;
  description?: Maybe<LocalizedText>;
  eligibility?: Maybe<LocalizedText>;
  email?: Maybe<Scalars['String']['output']>;
  fees?: Maybe<LocalizedText>;
  /** What it does on public holidays; ASK: nobody has said. */
  holidayRule?: Maybe<HolidayRule>;
  /**
   * Its hours day by day, from today where it is unless said; at one of its places if that is named, else wherever one is open.
   * Empty where no hours are known. At most 62 days.
   */
  hours: Array<HoursOfDay>;
  id: Scalars['ID']['output'];
  languages: Array<Scalars['String']['output']>;
  locations: Array<Location>;
  /** How the service answered the filter it was found by; null elsewhere. */
  match?: Maybe<Match>;
  name: LocalizedText;
  /** When it opens next; null while it is open, and where that is not known. */
  opensAt?: Maybe<Scalars['DateTime']['output']>;
  organization: Organization;
  phones: Array<Phone>;
  /** Its hours as its record says them, those of its places too. */
  schedules: Array<Schedule>;
  /** Who was sent there since it last spoke: for the 211, and for those who speak for it; null for others. */
  sentSince?: Maybe<SentSince>;
  /** The service-wide word, `mixed` where a place differs. */
  status: ServiceStatus;
  /** One for each place of the service: the word on the place, or the service-wide one where that is newer. */
  statusByLocation: Array<LocationStatus>;
  url?: Maybe<Scalars['String']['output']>;
};


export type ServiceHoursArgs = {
  days?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  locationId?: InputMaybe<Scalars['ID']['input']>;
};

export type ServiceAccess =
  | 'EXISTING_CLIENTS'
  | 'PHONE_FIRST'
  | 'REFERRAL_ONLY'
  | 'WALK_IN';

export type ServiceAnswer = {
  capacity?: InputMaybe<CapacityInput>;
  goodUntil?: InputMaybe<Scalars['DateTime']['input']>;
  note?: InputMaybe<LocalizedTextInput>;
  serviceId: Scalars['ID']['input'];
  state: ServiceState;
};

/** Matched in memory on each event; an event passes if the service matched before or after it. */
export type ServiceChangeFilter = {
  categories?: InputMaybe<Array<Scalars['String']['input']>>;
  organizations?: InputMaybe<Array<Scalars['ID']['input']>>;
  services?: InputMaybe<Array<Scalars['ID']['input']>>;
  territory?: InputMaybe<Scalars['String']['input']>;
};

export type ServiceConnection = {
  /** The text as it was looked for, where a word was taken for another, or left out since nothing answers to all of them (a / b: to either). */
  correctedText?: Maybe<Scalars['String']['output']>;
  edges: Array<ServiceEdge>;
  /** How many there would be with each, all else in the filter being as it is. */
  facets: ServiceFacets;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ServiceEdge = {
  cursor: Scalars['String']['output'];
  node: Service;
};

export type ServiceFacets = {
  categories: Array<CategoryFacet>;
  languages: Array<LanguageFacet>;
  states: Array<StateFacet>;
  toConfirm: Scalars['Int']['output'];
};

/** With text, near, serving or openAt, services closed for good are left out unless `states` asks for them or the text is a service's name. */
export type ServiceFilter = {
  /** West is at most east, and south north. */
  bbox?: InputMaybe<Bbox>;
  /** Category codes: any of them. */
  categories?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Located in or serving its areas, and of the categories that matter to it. */
  crisisId?: InputMaybe<Scalars['ID']['input']>;
  /** BCP 47, as RFC 4647 filters: `fr` finds fr and fr-CA, `fr-CA` finds fr-CA and what is said more of it, not what is said to be fr alone. */
  languages?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Located within so many kilometres. With `serving`: either. */
  near?: InputMaybe<Near>;
  /** Open at this moment, by its hours as they are known today. A service whose hours are not known is not among them. */
  openAt?: InputMaybe<Scalars['DateTime']['input']>;
  organizations?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Serving where this point lies. */
  serving?: InputMaybe<Point>;
  states?: InputMaybe<Array<ServiceState>>;
  /** A territory's code: located in it, or serving it. */
  territory?: InputMaybe<Scalars['String']['input']>;
  /**
   * Each of these words, in either language, whatever their accents, capitals and number, or words that mean the same: in the names of the
   * service, of its organization, of its categories, of where it is and serves, or in what is said of it. A word that is written nowhere is
   * taken for the nearest that is.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Also what is no longer sure; alone: only that. */
  toConfirm?: InputMaybe<Scalars['Boolean']['input']>;
};

export type ServiceNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/**
 * RELEVANCE: one whose name is the text; then by group (Match.group); in a group by where the words are (its names; its organization's and
 * categories'; elsewhere), what is open now before what is not, then the nearer, or without a place the better match, then by name.
 * DISTANCE: the nearest place first.
 */
export type ServiceSort =
  | 'DISTANCE'
  | 'NAME'
  | 'RELEVANCE';

export type ServiceState =
  | 'CLOSED'
  | 'FULL'
  | 'LIMITED'
  | 'OPEN'
  | 'RELOCATED'
  | 'SUSPENDED'
  | 'UNKNOWN';

export type ServiceStatus = {
  /** Said by the organization, or heard from it. */
  accordingToOrganization: Scalars['Boolean']['output'];
  agingAt?: Maybe<Scalars['DateTime']['output']>;
  capacity?: Maybe<Capacity>;
  changes: Array<StatusAspect>;
  confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Somebody says otherwise, and 211 is finding out. */
  contradicted: Scalars['Boolean']['output'];
  /** As of this answer; a screen turns by itself at the two instants. */
  freshness?: Maybe<Freshness>;
  goodUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Through whom the word came, where it was not said to the hub by the organization itself. */
  heardFrom?: Maybe<HeardThrough>;
  /** A place of the service differs from the service-wide word. */
  mixed: Scalars['Boolean']['output'];
  note?: Maybe<LocalizedText>;
  observedAt?: Maybe<Scalars['DateTime']['output']>;
  /** About hours alone, not about the state: null where none are known. */
  openNow?: Maybe<Scalars['Boolean']['output']>;
  planned?: Maybe<PlannedStatus>;
  /** Where to go instead. Null for who may not know of it. */
  replacement?: Maybe<Service>;
  /** From when the word holds: the later of when it was observed and when it takes effect. */
  since?: Maybe<Scalars['DateTime']['output']>;
  source?: Maybe<StatusSource>;
  staleAt?: Maybe<Scalars['DateTime']['output']>;
  state: ServiceState;
};

/** A report, a confirmation, a planned word taking over; or the mark of contradiction was set or taken away. */
export type ServiceStatusChange = {
  /** The place the word was about; null: the whole service. */
  location?: Maybe<Location>;
  occurredAt: Scalars['DateTime']['output'];
  position: Scalars['Position']['output'];
  previousState: ServiceState;
  service: Service;
  /** The service-wide word as it became at this position; `mixed` where a place differs. */
  status: ServiceStatus;
};

export type ServiceStatusConfirmed = {
  /** Not confirmed; why is in `leftOutBecause`. */
  leftOut: Array<Service>;
  leftOutBecause: Array<LeftOut>;
  services: Array<Service>;
};

export type ServiceStatusContradicted = {
  contradictionId: Scalars['ID']['output'];
};

export type ServiceStatusReported = {
  notices: Array<StatusNotice>;
  /** What somebody else said of the service in the last ten minutes, if anything: both words are kept. */
  other?: Maybe<StatusReport>;
  report: StatusReport;
};

export type ServiceThatCould = {
  service: Service;
  why: Array<CouldReason>;
};

export type ServiceToAsk = {
  /** To a crisis in force. */
  matters: Scalars['Boolean']['output'];
  opensAt?: Maybe<Scalars['DateTime']['output']>;
  service: Service;
  staleAt?: Maybe<Scalars['DateTime']['output']>;
  /** Former towns it serves. */
  towns: Scalars['Int']['output'];
  why: Array<ReachReason>;
};

export type SetAreaLeadInput = {
  areaId: Scalars['ID']['input'];
  crisisId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  organizationId?: InputMaybe<Scalars['ID']['input']>;
};

export type SetAreaLeadResult = AreaLeadSet | CrisisNotFound | IdempotencyKeyReused | InvalidStep;

export type SetCommitmentLimitInput = {
  crisisId?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  most: Scalars['Int']['input'];
  unit: CommitmentUnit;
};

export type SetCommitmentLimitResult = CommitmentLimitSet | IdempotencyKeyReused | InvalidStep;

export type SetCrisisMattersInput = {
  categories: Array<Scalars['String']['input']>;
  crisisId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  needKinds: Array<NeedKindInput>;
};

export type SetCrisisMattersResult = CrisisMattersSet | CrisisNotFound | IdempotencyKeyReused;

/** `category`: none for all that matter to the crisis. `hours`: none takes a category's own rule away. */
export type SetFreshnessInput = {
  category?: InputMaybe<Scalars['String']['input']>;
  crisisId: Scalars['ID']['input'];
  hours?: InputMaybe<Scalars['Float']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  phase: CrisisPhase;
};

export type SetFreshnessResult = CrisisNotFound | FreshnessSet | IdempotencyKeyReused | InvalidStep;

export type SetInstructionInput = {
  answer: LocalizedTextInput;
  crisisId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** None: a new one. */
  instructionId?: InputMaybe<Scalars['ID']['input']>;
  ownerOrganizationId?: InputMaybe<Scalars['ID']['input']>;
  phone?: InputMaybe<Scalars['String']['input']>;
  question: LocalizedTextInput;
  validUntil?: InputMaybe<Scalars['DateTime']['input']>;
};

export type SetInstructionResult = CrisisNotFound | IdempotencyKeyReused | InstructionSet | InvalidStep;

/** Without hours: closed that day. */
export type SetLineExceptionInput = {
  closesAt?: InputMaybe<Scalars['TimeOfDay']['input']>;
  code: Scalars['String']['input'];
  date: Scalars['Date']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<LocalizedTextInput>;
  opensAt?: InputMaybe<Scalars['TimeOfDay']['input']>;
  usual?: InputMaybe<Scalars['Boolean']['input']>;
};

/** `hours`: none, and it is never closed by the clock. Closing at or before the time of opening is the next day. */
export type SetLineInput = {
  code: Scalars['String']['input'];
  crisisId?: InputMaybe<Scalars['ID']['input']>;
  holidayRule?: InputMaybe<HolidayRule>;
  hours: Array<LineHoursInput>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name: LocalizedTextInput;
  number?: InputMaybe<Scalars['String']['input']>;
  ownerOrganizationId?: InputMaybe<Scalars['ID']['input']>;
  url?: InputMaybe<Scalars['String']['input']>;
};

export type SetLineResult = IdempotencyKeyReused | InvalidLine | LineNotFound | LineSet;

export type SetMissionInput = {
  crisisId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
  texts: Array<LocalizedTextInput>;
};

export type SetMissionResult = CrisisNotFound | IdempotencyKeyReused | MissionSet;

export type SetN11GuidanceInput = {
  code: Scalars['String']['input'];
  crisisId?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  name: LocalizedTextInput;
  numbers?: Array<N11NumberInput>;
  /** Its place among the others; none: it stays where it was, or comes last. */
  position?: InputMaybe<Scalars['Int']['input']>;
  when: LocalizedTextInput;
  words?: InputMaybe<N11WordsInput>;
};

export type SetN11GuidanceResult = CrisisNotFound | IdempotencyKeyReused | InvalidGuidance | N11GuidanceSet;

export type SetOutreachRuleInput = {
  askCapacity?: InputMaybe<Scalars['Boolean']['input']>;
  atTime: Scalars['TimeOfDay']['input'];
  byday?: InputMaybe<Array<Weekday>>;
  crisisId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 720. */
  dueAfterHours: Scalars['Int']['input'];
  facts?: InputMaybe<Array<FactKind>>;
  filter: ServiceFilter;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  kind: OutreachRuleKind;
  message: LocalizedTextInput;
  name: LocalizedTextInput;
  phases?: InputMaybe<Array<CrisisPhase>>;
  question?: InputMaybe<LocalizedTextInput>;
  quietFrom?: InputMaybe<Scalars['TimeOfDay']['input']>;
  quietTo?: InputMaybe<Scalars['TimeOfDay']['input']>;
  remindAfterHours?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** 1 to 720; 72. */
  restHours?: InputMaybe<Scalars['Int']['input']>;
  ruleId?: InputMaybe<Scalars['ID']['input']>;
  subject: LocalizedTextInput;
};

export type SetOutreachRuleResult = IdempotencyKeyReused | InvalidCampaign | OutreachRuleNotFound | OutreachRuleSet;

export type SetQuestionAsideInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  questionId: Scalars['ID']['input'];
};

/** `email`: of their account. `shifts`: none, and they come at any hour. */
export type SetRosterEntryInput = {
  email: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  languages: Array<Scalars['String']['input']>;
  shifts?: Array<ShiftInput>;
  trainings?: Array<TrainingInput>;
};

export type SettleContradictionInput = {
  basis: SettlementBasis;
  contradictionId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  outcome: SettlementOutcome;
  report?: InputMaybe<ReportServiceStatusInput>;
};

export type SettleContradictionResult = ContradictionNotFound | ContradictionSettled | IdempotencyKeyReused | NotYours;

export type SettleMembershipClaimInput = {
  approve: Scalars['Boolean']['input'];
  claimId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type SettleMembershipClaimResult = IdempotencyKeyReused | MembershipClaimNotFound | MembershipClaimSettled;

/** `written`: what goes into the record, where that is not word for word what was proposed. */
export type SettleProposedChangeInput = {
  accept: Scalars['Boolean']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  proposedChangeId: Scalars['ID']['input'];
  written?: InputMaybe<Scalars['String']['input']>;
};

export type SettleProposedChangeResult = IdempotencyKeyReused | ProposedChangeNotFound | ProposedChangeSettled;

export type SettleQuestionResult = IdempotencyKeyReused | InvalidQuestion | QuestionNotFound | QuestionSettled;

export type SettlementBasis =
  | 'CALLED_ORGANIZATION'
  | 'LEGAL_ORDER'
  | 'NO_ANSWER_3_TRIES'
  | 'SITE_VISIT';

export type SettlementOutcome =
  | 'KEPT'
  | 'REPLACED';

/** Local to the region; ending at or before its beginning is the next day. */
export type Shift = {
  begins: Scalars['TimeOfDay']['output'];
  byday: Array<Weekday>;
  ends: Scalars['TimeOfDay']['output'];
};

export type ShiftInput = {
  begins: Scalars['TimeOfDay']['input'];
  byday: Array<Weekday>;
  ends: Scalars['TimeOfDay']['input'];
};

export type SignInResult = DemoNotOffered | LinkNotValid | SignedIn;

export type SignedIn = {
  me: Me;
};

export type Situation = {
  asOf: Scalars['DateTime']['output'];
  /** By the former towns where services are; null: those that are in none, or whose place is confidential. One in two towns counts in both. */
  byTerritory: Array<TerritorySituation>;
  contradicted: Scalars['Int']['output'];
  /** Of the seven states, those that are sure. */
  counts: Array<StateCount>;
  /** How many were open, and sure of it, on each of the thirteen days before at this hour, the oldest first; of the services that are selected now. */
  openByDay: Array<OpenThen>;
  position: Scalars['Position']['output'];
  toConfirm: Scalars['Int']['output'];
  total: Scalars['Int']['output'];
};

export type SplitGapInput = {
  gapId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  note?: InputMaybe<Scalars['String']['input']>;
  territory: Scalars['String']['input'];
};

/** `stale`: that were so when they last said, and are among `toConfirm`. */
export type StateCount = {
  /** More, or fewer, than twenty-four hours ago, of the services that are selected now. */
  changedSinceYesterday: Scalars['Int']['output'];
  n: Scalars['Int']['output'];
  stale: Scalars['Int']['output'];
  state: ServiceState;
};

/** Of those that are sure. */
export type StateFacet = {
  n: Scalars['Int']['output'];
  state: ServiceState;
};

export type StatusAspect =
  | 'CLIENTELE'
  | 'HOURS'
  | 'MODE'
  | 'PLACE'
  | 'QUANTITY'
  | 'STAFF';

/** What the reporter should know of how their word was taken. */
export type StatusNotice =
  | 'JOINED_HISTORY'
  | 'OBSERVED_AT_TAKEN_AS_NOW'
  | 'STILL_PLANNED';

export type StatusReport = {
  accordingToOrganization: Scalars['Boolean']['output'];
  capacity?: Maybe<Capacity>;
  changes: Array<StatusAspect>;
  effectiveFrom: Scalars['DateTime']['output'];
  goodUntil?: Maybe<Scalars['DateTime']['output']>;
  heardFrom?: Maybe<HeardThrough>;
  id: Scalars['ID']['output'];
  /** Null: the whole service. */
  location?: Maybe<Location>;
  note?: Maybe<LocalizedText>;
  observedAt: Scalars['DateTime']['output'];
  position: Scalars['Position']['output'];
  /** For those who may speak of this service, and for 211. */
  reason?: Maybe<Scalars['String']['output']>;
  replacement?: Maybe<Service>;
  service: Service;
  source: StatusSource;
  state: ServiceState;
};

export type StatusReportConnection = {
  edges: Array<StatusReportEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type StatusReportEdge = {
  cursor: Scalars['String']['output'];
  node: StatusReport;
};

export type StatusSource =
  | 'COORDINATOR'
  | 'COUNSELLOR'
  | 'IMPORT'
  | 'LINK'
  | 'PARTNER'
  | 'RELAY'
  | 'RESEARCHER';

/** As the browser's PushSubscription has them; `p256dh` and `auth` are base64url. */
export type SubscribeToPushInput = {
  auth: Scalars['String']['input'];
  endpoint: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  p256dh: Scalars['String']['input'];
};

export type SubscribeToPushResult = IdempotencyKeyReused | PushNotPossible | SubscribedToPush;

export type SubscribedToPush = {
  subscriptionId: Scalars['ID']['output'];
};

export type Subscription = {
  /** A call-up was made, answered or ended. */
  callUpChanged: CallUpChange;
  /** A call was claimed, claimed anew, let go or ended. */
  callsChanged: CallChange;
  /** One for each batch of mails and each answer. Without `campaignId`: of all. */
  campaignChanged: CampaignChange;
  /** Whatever happens to a crisis that the caller may see, after the position, once and in order, then what is to come. */
  crisisChanged: CrisisChange;
  /** An emergency was raised in the caller's organization, or something was done about it. */
  emergencyRaised: EmergencyRaised;
  followUpChanged: FollowUpChange;
  /** Limits of freshness or schedules have changed: the instants at which words age are others now, and are to be read anew. */
  freshnessRecounted: FreshnessRecounted;
  /** Whatever happens to a gap that the caller may see, after the position, once and in order, then what is to come. */
  gapChanged: GapChange;
  /** A line's state was told, or its hours changed. What its hours do by themselves is in `opensAt` and `closesAt`: nobody is told. */
  lineChanged: LineChange;
  roundChanged: RoundChange;
  routingProblemChanged: RoutingProblemChange;
  /** Every report, confirmation, plan that takes over, and mark of contradiction set or taken away, after the position, once and in order, then those to come. Without a position, only those to come. */
  serviceStatusChanged: ServiceStatusChange;
};


export type SubscriptionCallUpChangedArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};


export type SubscriptionCallsChangedArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};


export type SubscriptionCampaignChangedArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
  campaignId?: InputMaybe<Scalars['ID']['input']>;
};


export type SubscriptionCrisisChangedArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};


export type SubscriptionEmergencyRaisedArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};


export type SubscriptionFollowUpChangedArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};


export type SubscriptionFreshnessRecountedArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};


export type SubscriptionGapChangedArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};


export type SubscriptionLineChangedArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};


export type SubscriptionRoundChangedArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};


export type SubscriptionRoutingProblemChangedArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
};


export type SubscriptionServiceStatusChangedArgs = {
  after?: InputMaybe<Scalars['Position']['input']>;
  filter?: InputMaybe<ServiceChangeFilter>;
};

export type Suggestion = {
  categoryCode?: Maybe<Scalars['String']['output']>;
  kind: SuggestionKind;
  organizationId?: Maybe<Scalars['ID']['output']>;
  serviceId?: Maybe<Scalars['ID']['output']>;
  text: LocalizedText;
};

export type SuggestionKind =
  | 'CATEGORY'
  | 'ORGANIZATION'
  | 'SERVICE'
  | 'WORDS';

/**
 * `observed` in the last period, `expected` by its own past; `low` and `high`: between these, 998 of a thousand calm periods. `since`: the first
 * of the periods without interruption, fourteen at most.
 */
export type Surge = {
  expected: Scalars['Float']['output'];
  explainedAt?: Maybe<Scalars['DateTime']['output']>;
  explanation?: Maybe<Scalars['String']['output']>;
  high: Scalars['Float']['output'];
  id: Scalars['ID']['output'];
  kind: Scalars['String']['output'];
  kindName: LocalizedText;
  low: Scalars['Float']['output'];
  measure: SurgeMeasure;
  muted: Scalars['Boolean']['output'];
  note?: Maybe<Scalars['String']['output']>;
  observed: Scalars['Int']['output'];
  /** Of how many, where it is a share. */
  of?: Maybe<Scalars['Int']['output']>;
  period: SurgePeriod;
  since: Scalars['DateTime']['output'];
  territory: Territory;
};

export type SurgeExplained = {
  explanation: SurgeExplanation;
  surgeId: Scalars['ID']['output'];
};

/** Why a surge is, as somebody who looked at it says. */
export type SurgeExplanation =
  | 'CAMPAIGN'
  | 'EVENT'
  | 'RECORDING'
  | 'SEASON';

/** Of how many there are; of their part in all needs of the place; of the part of them that nobody could meet. */
export type SurgeMeasure =
  | 'SHARE'
  | 'TOTAL'
  | 'UNMET_SHARE';

export type SurgeNotFound = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/** By hour while an event runs there, by day otherwise; by month in figures that were imported as such. */
export type SurgePeriod =
  | 'DAY'
  | 'HOUR'
  | 'MONTH';

export type TellEmergencyInput = {
  address?: InputMaybe<Scalars['String']['input']>;
  emergencyId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
};

export type TellLineInput = {
  code: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  state: LineState;
  waitSeconds?: InputMaybe<Scalars['Int']['input']>;
  waiting?: InputMaybe<Scalars['Int']['input']>;
};

export type TellLineResult = IdempotencyKeyReused | InvalidLine | LineNotFound | LineTold;

export type Territory = {
  /** Polygon or MultiPolygon; null where none was imported. */
  boundary?: Maybe<Scalars['GeoJson']['output']>;
  code: Scalars['String']['output'];
  kind: TerritoryKind;
  /** Its heart: where people who name it mean. */
  latitude: Scalars['Float']['output'];
  longitude: Scalars['Float']['output'];
  name: LocalizedText;
  parent?: Maybe<Territory>;
};

/** `supply`: services of its category that serve it and take people now, as far as we are sure. */
export type TerritoryDemand = {
  requests: Scalars['Int']['output'];
  supply: Scalars['Int']['output'];
  territory: Territory;
};

export type TerritoryKind =
  | 'CMM'
  | 'MRC'
  | 'MUNICIPALITY'
  | 'NEIGHBOURHOOD'
  | 'PROVINCE';

export type TerritorySilence = {
  neverSaid: Scalars['Int']['output'];
  stale: Scalars['Int']['output'];
  territory?: Maybe<Territory>;
};

export type TerritorySituation = {
  counts: Array<TerritoryStateCount>;
  territory?: Maybe<Territory>;
  toConfirm: Scalars['Int']['output'];
  total: Scalars['Int']['output'];
};

export type TerritoryStateCount = {
  n: Scalars['Int']['output'];
  state: ServiceState;
};

export type TextTooLong = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

/** `kind` as in `changes`. `service`: as it is called now. */
export type TimelineEntry = {
  kind: Scalars['String']['output'];
  location?: Maybe<Location>;
  occurredAt: Scalars['DateTime']['output'];
  position: Scalars['Position']['output'];
  previousState: ServiceState;
  service: Service;
  source?: Maybe<StatusSource>;
  state: ServiceState;
};

/** `importance`: how many former towns it is for, three times that where a crisis that runs says that its category matters. */
export type ToReach = {
  hoursOver: Scalars['Float']['output'];
  importance: Scalars['Int']['output'];
  service: Service;
  staleAt?: Maybe<Scalars['DateTime']['output']>;
};

export type ToReachConnection = {
  edges: Array<ToReachEdge>;
  pageInfo: PageInfo;
  totalCount: Scalars['Int']['output'];
};

export type ToReachEdge = {
  cursor: Scalars['String']['output'];
  node: ToReach;
};

export type Training = {
  code: Scalars['String']['output'];
  on: Scalars['Date']['output'];
};

export type TrainingInput = {
  code: Scalars['String']['input'];
  on: Scalars['Date']['input'];
};

export type UnknownCode = Refusal & {
  code: Scalars['String']['output'];
  field?: Maybe<Scalars['String']['output']>;
  message: Scalars['String']['output'];
};

export type UnmetNearby = {
  kind: Scalars['String']['output'];
  kindName: LocalizedText;
  requests: Scalars['Int']['output'];
  territory: Territory;
};

export type UnmetReason =
  | 'ACCESSIBILITY'
  | 'CLOSED'
  | 'DIGITAL'
  | 'FULL'
  | 'HOURS'
  | 'LANGUAGE'
  | 'NOT_ELIGIBLE'
  | 'NO_ANSWER'
  | 'NO_DOCUMENTS'
  | 'NO_SERVICE'
  | 'NO_TRANSPORT'
  | 'OTHER'
  | 'REFUSED_BY_CALLER'
  | 'TOO_EXPENSIVE'
  | 'TOO_FAR'
  | 'UNSAFE'
  | 'WAITING_LIST';

export type UpdateRequest = {
  answeredAt?: Maybe<Scalars['DateTime']['output']>;
  askCapacity: Scalars['Boolean']['output'];
  dueAt: Scalars['DateTime']['output'];
  facts: Array<FactKind>;
  language: Scalars['String']['output'];
  message: LocalizedText;
  organization: Organization;
  question?: Maybe<LocalizedText>;
  /** Of the organization, and of those that it speaks for in this campaign, as they are offered today. */
  services: Array<AskedService>;
  subject: LocalizedText;
};

export type UpdateRequestAnswered = {
  leftOut: Array<LeftOutOfAnswer>;
  /** What somebody else said of the same services within ten minutes: both are kept, the later one holds. */
  others: Array<StatusReport>;
  /** Those whose word was taken, as everybody sees them now. */
  services: Array<Service>;
};

export type UpdateRequestDeclined = {
  declinedAt: Scalars['DateTime']['output'];
};

export type UpdateRequestOpened = {
  openedAt: Scalars['DateTime']['output'];
};

export type Weekday =
  | 'FR'
  | 'MO'
  | 'SA'
  | 'SU'
  | 'TH'
  | 'TU'
  | 'WE';

export type WithdrawInstructionInput = {
  crisisId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  instructionId: Scalars['ID']['input'];
};

export type WithdrawInstructionResult = CrisisNotFound | IdempotencyKeyReused | InstructionWithdrawn | InvalidStep;

export type WithdrawN11GuidanceInput = {
  guidanceId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

export type WithdrawN11GuidanceResult = GuidanceNotFound | IdempotencyKeyReused | N11GuidanceWithdrawn;
