import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who sees a photo that is not public. */
export type PhotoViewer = 'sender' | 'staff';

/** What only this server can make, out of its one secret. Nothing of it is stored. */
export interface Secrets {
  /** Proves that an idea is mine; another one each time it was renewed. */
  ownerKey(ideaId: string, generation: number): string;
  /** Shows a photo that is not public to these, until then: whoever sent it, or staff, also once it is hidden. */
  photoSignature(viewer: PhotoViewer, photoId: string, expires: number): string;
  /** Shows that a cursor is one that this server gave. */
  cursorSignature(cursor: string): string;
  /** What is kept of the key of a browser; another for each initiative, so that nobody can follow a browser. */
  supporter(initiativeId: string, browserKey: string): string;
  /** What is kept of the address that something came from, for a day; another one tomorrow. */
  source(day: string, address: string): string;
  /** What is kept for a day of a code with which was voted; another one tomorrow, and nothing that leads to the ballot. */
  castWith(day: string, roundId: string, credentialHash: string): string;
  /** What is kept for an hour of a mailbox to which a link to log in was asked. */
  loginMailbox(mailbox: string): string;
  /** Shows that this server began the login of which this cookie tells. */
  loginAttemptSignature(attempt: string): string;
  /** Shows that somebody made this offer: to the device that sent it, and in the mails about it. */
  offerSignature(offerId: string): string;
  /** Shows that somebody has the mail in which they were asked to take over. */
  handoverSignature(handoverId: string): string;
  /** What is kept for a day of a mailbox for which the links of a maker were asked. */
  ownerLinkMailbox(mailbox: string): string;
  /** Shows that somebody has a mail of this kind that was sent to this member of staff. */
  staffMailSignature(kind: string, staffId: string): string;
  /** Shows that a form comes from a page of the desk that reads with this session. */
  deskFormKey(sessionHash: string, subject: string): string;
  /** Shows that somebody has a mail that was sent to this follower. */
  followerSignature(followerId: string): string;
  /** Shows that a server has this secret, to who has it too and asks with something random. */
  identityProof(challenge: string): string;
  /** What a database keeps, to know this secret again. Nobody can go back from it to the secret. */
  readonly keyFingerprint: string;
  /** What the codes of letters are mixed with before they are kept. */
  readonly pepper: string;
}

export function deriveSecrets(secret: string): Secrets {
  const signed = (subject: string) => createHmac('sha256', secret).update(subject).digest('base64url');
  return {
    ownerKey: (ideaId, generation) =>
      signed(generation === 0 ? `owner:${ideaId}` : `owner:${ideaId}:${String(generation)}`),
    // The text is older than its name here, and stays: the databases that there are know the secret by it.
    keyFingerprint: signed('mark of the database'),
    pepper: signed('pepper'),
    photoSignature: (viewer, photoId, expires) =>
      signed(`photo${viewer === 'staff' ? '-at-desk' : ''}:${photoId}:${String(expires)}`),
    cursorSignature: (cursor) => signed(`cursor:${cursor}`),
    identityProof: (challenge) => signed(`identity:${challenge}`),
    followerSignature: (followerId) => signed(`follower:${followerId}`),
    offerSignature: (offerId) => signed(`offer:${offerId}`),
    handoverSignature: (handoverId) => signed(`handover:${handoverId}`),
    ownerLinkMailbox: (mailbox) => signed(`owner-link:${mailbox}`),
    staffMailSignature: (kind, staffId) => signed(`staff-mails:${kind}:${staffId}`),
    deskFormKey: (sessionHash, subject) => signed(`desk-form:${sessionHash}:${subject}`),
    loginAttemptSignature: (attempt) => signed(`login-attempt:${attempt}`),
    loginMailbox: (mailbox) => signed(`login:${mailbox}`),
    source: (day, address) => signed(`source:${day}:${address}`),
    castWith: (day, roundId, credentialHash) => signed(`cast:${day}:${roundId}:${credentialHash}`),
    supporter: (initiativeId, browserKey) => signed(`support:${initiativeId}:${browserKey}`),
  };
}

/** Compares in a time that tells nothing about where two texts differ. */
export function timingSafeEqualStrings(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
