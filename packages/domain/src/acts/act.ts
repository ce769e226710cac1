/** What can be done by who works at the organisation; what residents and makers do is not kept so. */
export const actNames = [
  'idea.published',
  'idea.declined',
  'idea.hidden',
  'idea.decisionUndone',
  'idea.corrected',
  'photo.hidden',
  'photo.shown',
  'idea.imported',
  'idea.erased',
  'idea.statusChanged',
  'idea.helpAsked',
  'news.told',
  'promise.made',
  'promise.changed',
  'remark.published',
  'remark.hidden',
  'remark.erased',
  'report.resolved',
  'question.answered',
  'offer.forwarded',
  'offer.answered',
  'offer.removed',
  'draft.made',
  'draft.changed',
  'draft.removed',
  'round.made',
  'round.changed',
  'round.opened',
  'round.closed',
  'round.cancelled',
  'round.settled',
  'proposal.changed',
  'proposal.withdrawn',
  'letters.ordered',
  'letters.cancelled',
  'codes.made',
  'codes.replaced',
  'ballots.entered',
  'ballot.removed',
  'staff.invited',
  'staff.removed',
  'staff.rolesChanged',
  'staff.linkMade',
  'session.ended',
  'settings.changed',
  'person.searched',
  'person.forgotten',
  'mail.retried',
  'mail.dropped',
] as const;
export type ActName = (typeof actNames)[number];

export const actSubjects = [
  'idea',
  'remark',
  'offer',
  'round',
  'promise',
  'staff',
  'buurt',
  'person',
  'mail',
] as const;
/** What something is done with. */
export type ActSubject = (typeof actSubjects)[number];

export const actorKinds = ['operator', 'staff'] as const;
/** Who does something: at the command line, or with a login. */
export type ActorKind = (typeof actorKinds)[number];

/** More about what was done: states and counts, never words of anybody. */
export type ActDetail = Readonly<Record<string, string | number | boolean | null>>;
