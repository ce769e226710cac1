/** What can be done by who works at the organisation; what residents and makers do is not kept so. */
export type ActName =
  | 'idea.published'
  | 'idea.declined'
  | 'idea.hidden'
  | 'idea.erased'
  | 'idea.statusChanged'
  | 'idea.helpAsked'
  | 'news.told'
  | 'promise.made'
  | 'promise.changed'
  | 'remark.published'
  | 'remark.hidden'
  | 'remark.erased'
  | 'report.resolved'
  | 'question.answered'
  | 'offer.forwarded'
  | 'offer.answered'
  | 'offer.removed'
  | 'staff.invited'
  | 'staff.removed'
  | 'staff.rolesChanged'
  | 'staff.linkMade'
  | 'session.ended';

/** What something is done with. */
export type ActSubject = 'idea' | 'remark' | 'offer' | 'round' | 'promise' | 'staff' | 'buurt';

/** Who does something: at the command line, or with a login. */
export type ActorKind = 'operator' | 'staff';

/** More about what was done: states and counts, never words of anybody. */
export type ActDetail = Readonly<Record<string, string | number | boolean | null>>;
