import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import { getBuurt, getSettings, listBuurten } from '../buurten/buurten.routes.js';
import { changeDeskSettings, getDeskSettings } from '../desk/buurt-settings.routes.js';
import {
  changeRoles,
  inviteColleagueRoute,
  listColleagues,
  removeColleagueRoute,
} from '../desk/colleagues.routes.js';
import {
  findPersonAtDesk,
  previewForgetting,
  forgetPersonAtDesk,
  getIdeaErasure,
  eraseIdea,
  eraseRemark,
  removeOffer,
} from '../desk/erasing.routes.js';
import { dropDeskMail, listDeskMails, retryDeskMail } from '../desk/mails.routes.js';
import {
  answerAsOrganisation,
  answerOfferAsOrganisation,
  correctIdeaAtDesk,
  decideOnIdea,
  judgePhoto,
  judgeRemark,
  savePromiseAsOrganisation,
  setStanding,
  tellNewsAsOrganisation,
  undoAct,
} from '../desk/desk-acts.routes.js';
import {
  cancelDeskRound,
  changeDeskRound,
  closeDeskRound,
  getDeskRound,
  listDeskRounds,
  openDeskRound,
  settleDeskRound,
  changeDeskProposal,
  withdrawDeskProposal,
} from '../desk/desk-rounds.routes.js';
import {
  cancelDeskLetters,
  getDeskLetters,
  makeDeskLetters,
  orderDeskLetters,
  previewDeskLetter,
  replaceDeskLetter,
} from '../desk/letters.routes.js';
import {
  enterDeskPaper,
  enterDeskPaperWithoutCode,
  getDeskPaper,
  removeDeskPaper,
} from '../desk/paper-ballots.routes.js';
import {
  beginRoundDraft,
  changeRoundDraft,
  checkRoundPlan,
  getRoundDraft,
  listRoundDrafts,
  releaseRoundDraft,
  removeRoundDraft,
} from '../desk/round-drafts.routes.js';
import {
  findDeskIdeas,
  getDeskIdea,
  getDeskOffer,
  getDeskRemark,
  getInbox,
  listActs,
  exportActs,
} from '../desk/desk.routes.js';
import { getInboxFeed, listFeedTokens, makeFeedToken, revokeFeedTokens } from '../desk/inbox-feed.routes.js';
import {
  getBuurtAgenda,
  getBuurtFeed,
  getInitiativeAgenda,
  getInitiativeFeed,
} from '../followers/feeds.routes.js';
import {
  confirmFollowing,
  endFollowing,
  followBuurt,
  followInitiative,
  getFollower,
} from '../followers/followers.routes.js';
import { handInIdea } from '../ideas/ideas.routes.js';
import { findSimilar, getInitiative, listInitiatives } from '../initiatives/initiatives.routes.js';
import { getBoundary, getPlaces, getSurroundings, listBoundaries } from '../maps/maps.routes.js';
import {
  answerAnOffer,
  answerAQuestion,
  askForHelp,
  changeIdea,
  endInitiative,
  getOwnIdea,
  handOver,
  newOwnerKey,
  requestOwnLinks,
  takeBackHandover,
  tellNewsOfIdea,
} from '../makers/makers.routes.js';
import { acceptHandover, declineHandoverRoute, getHandover } from '../makers/handovers.routes.js';
import { makeOffer, makeRemark, reportRemark } from '../neighbours/neighbours.routes.js';
import {
  getOwnOffer,
  pressFollowing,
  pressWithdrawal,
  takeOfferBack,
} from '../neighbours/own-offer.routes.js';
import { getPhoto, uploadPhoto } from '../photos/photos.routes.js';
import { giveSupport, withdrawSupport } from '../neighbours/supports.routes.js';
import { getCashbook, getCashbookCsv } from '../rounds/cashbook.routes.js';
import { getEndpoint } from './profiles.routes.js';
import {
  castVote,
  getBallots,
  getReceipts,
  getResults,
  getRound,
  listRounds,
  showVote,
} from '../rounds/rounds.routes.js';
import { finishOidc, getLoginOptions, startOidc } from '../staff/oidc.routes.js';
import { secureCookie } from '../staff/session-cookie.js';
import {
  getMailSettings,
  getStaffMails,
  putMailSettings,
  startStaffMails,
  stopStaffMails,
} from '../staff/staff-mails.routes.js';
import {
  endOwnSession,
  endOwnSessions,
  getOwnSession,
  requestLoginLink,
  startSession,
} from '../staff/staff.routes.js';

/** The version of the contract (semver); its first number is in the path. */
export const apiVersion = '1.0.0';

/** Every route of the contract, in the order of the document. */
const contract: readonly RouteConfig[] = [
  getEndpoint,
  listBuurten,
  getBuurt,
  getSettings,
  getBoundary,
  getSurroundings,
  getPlaces,
  listBoundaries,
  listInitiatives,
  findSimilar,
  getInitiative,
  handInIdea,
  getOwnIdea,
  changeIdea,
  answerAnOffer,
  answerAQuestion,
  tellNewsOfIdea,
  askForHelp,
  endInitiative,
  handOver,
  takeBackHandover,
  getHandover,
  acceptHandover,
  declineHandoverRoute,
  newOwnerKey,
  requestOwnLinks,
  uploadPhoto,
  getPhoto,
  makeOffer,
  getOwnOffer,
  pressFollowing,
  pressWithdrawal,
  takeOfferBack,
  makeRemark,
  reportRemark,
  giveSupport,
  withdrawSupport,
  getBuurtFeed,
  getInitiativeFeed,
  getBuurtAgenda,
  getInitiativeAgenda,
  followInitiative,
  followBuurt,
  getFollower,
  confirmFollowing,
  endFollowing,
  listRounds,
  getRound,
  castVote,
  showVote,
  getResults,
  getBallots,
  getReceipts,
  getCashbook,
  getCashbookCsv,
  getLoginOptions,
  requestLoginLink,
  startOidc,
  finishOidc,
  startSession,
  getOwnSession,
  endOwnSession,
  endOwnSessions,
  getMailSettings,
  putMailSettings,
  getStaffMails,
  stopStaffMails,
  startStaffMails,
  getInbox,
  getInboxFeed,
  listFeedTokens,
  makeFeedToken,
  revokeFeedTokens,
  findDeskIdeas,
  getDeskIdea,
  getDeskRemark,
  getDeskOffer,
  listActs,
  exportActs,
  listDeskRounds,
  getDeskRound,
  openDeskRound,
  closeDeskRound,
  cancelDeskRound,
  changeDeskRound,
  changeDeskProposal,
  withdrawDeskProposal,
  settleDeskRound,
  getDeskLetters,
  previewDeskLetter,
  orderDeskLetters,
  cancelDeskLetters,
  makeDeskLetters,
  replaceDeskLetter,
  getDeskPaper,
  enterDeskPaper,
  enterDeskPaperWithoutCode,
  removeDeskPaper,
  listRoundDrafts,
  getRoundDraft,
  checkRoundPlan,
  beginRoundDraft,
  changeRoundDraft,
  releaseRoundDraft,
  removeRoundDraft,
  getDeskSettings,
  changeDeskSettings,
  decideOnIdea,
  correctIdeaAtDesk,
  judgePhoto,
  undoAct,
  judgeRemark,
  savePromiseAsOrganisation,
  setStanding,
  tellNewsAsOrganisation,
  answerAsOrganisation,
  answerOfferAsOrganisation,
  listColleagues,
  inviteColleagueRoute,
  changeRoles,
  removeColleagueRoute,
  findPersonAtDesk,
  previewForgetting,
  forgetPersonAtDesk,
  getIdeaErasure,
  eraseIdea,
  eraseRemark,
  removeOffer,
  listDeskMails,
  retryDeskMail,
  dropDeskMail,
];

const description = `The endpoint of the buurt widgets: what residents of a *buurt* (a Dutch neighbourhood of about 250
homes) see and hand in. It follows the Dutch REST API Design Rules 2.x; names are English because developers of many
countries build on it, texts for residents are Dutch.

- Times are UTC (RFC 3339), money is whole euro cents, places are WGS84 degrees, GeoJSON is CRS84.
- Every answer to GET has an \`ETag\`; send it back as \`If-None-Match\` and get 304 when nothing changed.
- Every POST of residents needs an \`Idempotency-Key\` (a UUID). Send the same again after a lost answer; nothing is made twice.
- Every failure is \`application/problem+json\`, with all that is wrong at once, and JSON Pointers to it.
- Unknown keys in a query or body are refused. Residents have no cookies and no accounts.
- \`/desk\` is for staff, and for pages of this server alone: a cookie, and \`X-Buurt-Desk: 1\` with all that changes something.
- Scripts of other sites may call when the operator put their origin on the list (\`ALLOWED_ORIGINS\`).`;

/** Whom a developer asks about an endpoint. */
export interface ApiContact {
  readonly name: string;
  readonly email: string;
  readonly url: string;
}

/** Of the contract itself; whoever publishes a copy of this project puts their own here, as in publiccode.yml. */
const maintainers: ApiContact = {
  name: 'The maintainers of Buurt widgets',
  email: 'buurt-widgets@example.org',
  url: 'https://example.org/buurt-widgets',
};

/** Every answer says which version of the contract it keeps (API Design Rules, /core/version-header). */
function withVersionHeader<Document extends { paths?: object }>(document: Document): Document {
  const header = { 'API-Version': { $ref: '#/components/headers/API-Version' } };
  const paths = (document.paths ?? {}) as Record<string, Record<string, { responses?: object }>>;
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path)))
    for (const response of Object.values((operation.responses ?? {}) as Record<string, { headers?: object }>))
      response.headers = { ...header, ...response.headers };
  return document;
}

/**
 * The OpenAPI 3.1 document: the contract, without starting anything.
 * @param contact of the endpoint that serves it
 */
export function openApiDocument(contact: ApiContact = maintainers) {
  const app = new OpenAPIHono();
  for (const route of contract) app.openAPIRegistry.registerPath(route);
  app.openAPIRegistry.registerComponent('securitySchemes', 'ownerKey', {
    type: 'http',
    scheme: 'bearer',
    description: 'The `ownerKey` of the receipt of an idea',
  });
  app.openAPIRegistry.registerComponent('securitySchemes', 'deskSession', {
    type: 'apiKey',
    in: 'cookie',
    name: secureCookie,
    description: 'Of staff who logged in; only under `/desk`',
  });
  app.openAPIRegistry.registerComponent('headers', 'API-Version', {
    description: 'The version of the contract that this answer keeps',
    schema: { type: 'string' },
    example: apiVersion,
  });
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Buurt',
      version: apiVersion,
      description,
      contact: { ...contact },
      license: { name: 'EUPL-1.2', url: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12' },
    },
    servers: [{ url: '/v1' }],
    tags: [
      { name: 'Endpoint', description: 'Which parts of this contract an endpoint has' },
      { name: 'Buurten', description: 'Neighbourhoods: their figures, border and settings' },
      { name: 'Maps', description: 'Borders, places and what lies around, as GeoJSON' },
      { name: 'Initiatives', description: 'Ideas that were published' },
      { name: 'Ideas', description: 'Handing in an idea' },
      { name: 'Makers', description: 'What whoever handed in an idea sees of it, and does, with its key' },
      { name: 'Photos', description: 'Photos of ideas' },
      { name: 'Neighbours', description: 'Support, offers and remarks' },
      { name: 'Feeds', description: 'News for feed readers, promises for calendars' },
      { name: 'Followers', description: 'News by e-mail, for who confirmed it' },
      { name: 'Rounds', description: 'Budget votes: casting, changing, results' },
      { name: 'Desk', description: 'What staff read and do, once they logged in: only pages of this server' },
    ],
  });
  return withVersionHeader(document);
}
