// Made by .ci/contract.mjs from the OpenAPI document of the server. Do not edit.
export interface paths {
  readonly '/buurten': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Find buurten
     * @description By words in their name, municipality or code, typing errors forgiven: at most 100. Or the one in which a place lies.
     */
    readonly get: operations['listBuurten'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/buurten/{code}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One buurt, with its figures */
    readonly get: operations['getBuurt'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/buurten/{code}/settings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Which fields, themes and texts the corporation wants in the idea form of a buurt */
    readonly get: operations['getSettings'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/buurten/{code}/boundary': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The border of a buurt, as GeoJSON */
    readonly get: operations['getBoundary'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/buurten/{code}/surroundings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * What lies around a buurt, as GeoJSON
     * @description Neighbouring buurten, and streets as far as the operator brought them in.
     */
    readonly get: operations['getSurroundings'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/buurten/{code}/places': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Where the published initiatives of a buurt are, as GeoJSON
     * @description The same filters as the list of initiatives, and only what a map needs. At most 5,000 and 2 MiB: `total` less `withoutPlace` tells how many there are.
     */
    readonly get: operations['getPlaces'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/boundaries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * The borders of several buurten, as GeoJSON
     * @description Of these codes, or of a whole municipality (at most 1,000); codes that are not there are left out.
     */
    readonly get: operations['listBoundaries'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/buurten/{code}/initiatives': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * The published initiatives of a buurt: filtered, searched and sorted
     * @description When there are more, `Link` with `rel="next"` has the address of the next page. The pages hold every initiative once, also when others write meanwhile: they keep the order of the first page.
     */
    readonly get: operations['listInitiatives'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/buurten/{code}/initiatives/similar': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Initiatives of a buurt whose title looks like this one, typing errors forgiven */
    readonly get: operations['findSimilar'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/initiatives/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Everything public of one initiative */
    readonly get: operations['getInitiative'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/buurten/{code}/ideas': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Hand in an idea
     * @description It is shown at once, or after somebody read it: see `moderated` in the settings.
     */
    readonly post: operations['handInIdea'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/ideas/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * What became of my idea
     * @description With the `ownerKey` of the receipt as bearer token; without it, the idea is not there.
     */
    readonly get: operations['getOwnIdea'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/photos': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Send a photo, for an idea that is handed in afterwards
     * @description The body is the file itself, at most 8 MiB and 64 megapixels (a baseline JPEG: 256). It is decoded and encoded again: upright, without metadata. A photo that no idea asks for is erased after six hours. One address can have 60 photos without an idea, and send 400 photos in a day. The addresses in the answer hold for an hour.
     */
    readonly post: operations['uploadPhoto'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/photos/{id}/{file}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * A photo in one width
     * @description Of a published initiative; any other only with the `expires` and `signature` of its upload.
     */
    readonly get: operations['getPhoto'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/initiatives/{id}/offers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * "Ik doe mee": offer something to an initiative
     * @description Name and contact are for the initiator only; they are never shown.
     */
    readonly post: operations['makeOffer'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/initiatives/{id}/remarks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** A remark on an initiative; read by somebody before it is shown */
    readonly post: operations['makeRemark'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/remarks/{id}/reports': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Tell the organiser that a remark should not be shown */
    readonly post: operations['reportRemark'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/initiatives/{id}/supports/{key}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** "Steun": stand behind an initiative, once for each browser however often it is sent */
    readonly put: operations['giveSupport'];
    readonly post?: never;
    /** Take support back; also when there is none */
    readonly delete: operations['withdrawSupport'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/buurten/{code}/feed.atom': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** New initiatives of a buurt and news about them, for a feed reader (Atom, RFC 4287) */
    readonly get: operations['getBuurtFeed'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/initiatives/{id}/feed.atom': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** News about one initiative, for a feed reader (Atom, RFC 4287) */
    readonly get: operations['getInitiativeFeed'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/buurten/{code}/agenda.ics': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What is promised by when in a buurt, and when there is a vote, for a calendar (iCalendar, RFC 5545) */
    readonly get: operations['getBuurtAgenda'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/initiatives/{id}/agenda.ics': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What is promised by when for one initiative, for a calendar (iCalendar, RFC 5545) */
    readonly get: operations['getInitiativeAgenda'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/initiatives/{id}/followers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Follow an initiative by e-mail
     * @description Sends a mail that asks to confirm; nothing else is sent before that. The answer is the same for who follows already.
     */
    readonly post: operations['followInitiative'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/buurten/{code}/followers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Follow everything in a buurt by e-mail
     * @description Sends a mail that asks to confirm; nothing else is sent before that. The answer is the same for who follows already.
     */
    readonly post: operations['followBuurt'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/followers/{token}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** A page to confirm, or to stop: reading it changes nothing */
    readonly get: operations['getFollower'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/followers/{token}/confirm': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Confirm */
    readonly post: operations['confirmFollowing'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/followers/{token}/stop': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Stop: by the page, or by one press in a mail program (RFC 8058) */
    readonly post: operations['endFollowing'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/buurten/{code}/rounds': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The budget votes of a buurt, the one that opens last first */
    readonly get: operations['listRounds'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/rounds/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * One budget vote: what can be voted for, and how
     * @description Its `ETag` is over everything but `serverTime`.
     */
    readonly get: operations['getRound'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/rounds/{id}/ballots': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Cast a ballot with the code of a letter, or change it
     * @description One ballot counts per code; the last one with a new key wins, until the round closes. `If-Match` with the version that was seen last keeps two devices from overwriting each other.
     */
    readonly post: operations['castVote'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/rounds/{id}/ballots/mine': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * The ballot that was cast with a code; `null` when there is none yet
     * @description A POST because a code never stands in an address. It writes nothing.
     */
    readonly post: operations['showVote'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/rounds/{id}/results': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** After closing: what became of every proposal, with the steps that explain it */
    readonly get: operations['getResults'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/rounds/{id}/ballots.pb': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** After closing: all ballots, without names, as a .pb file (pabulib.org) */
    readonly get: operations['getBallots'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/rounds/{id}/receipts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** After closing: the receipts of all ballots that count, sorted */
    readonly get: operations['getReceipts'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    readonly BuurtSummary: {
      /** @example BU0363AA01 */
      readonly code: string;
      readonly name: string;
      readonly municipality: string;
      readonly households: number | null;
      /** @description The middle of its bounds */
      readonly centre: {
        readonly lat: number;
        readonly lon: number;
      };
    };
    /**
     * @description RFC 9457, texts in Dutch. `type` ends in one of: invalid-input, code-malformed, code-unknown, token-refused, code-replaced, origin-refused, not-found, method-not-allowed, too-slow, ended, not-open-yet, closed, not-closed-yet, rules-changed, changed-elsewhere, too-big, unsupported-type, key-used-before, too-many-requests, used-often, headers-too-big, internal, busy.
     * @example {
     *       "type": "urn:buurt:problem:invalid-input",
     *       "title": "Er klopt iets niet aan wat je stuurde",
     *       "status": 400,
     *       "detail": "Kijk het na en stuur het dan opnieuw.",
     *       "errors": [
     *         {
     *           "pointer": "/title",
     *           "code": "required",
     *           "detail": "Vul dit in."
     *         }
     *       ]
     *     }
     */
    readonly Problem: {
      /** @example urn:buurt:problem:invalid-input */
      readonly type: string;
      readonly title: string;
      readonly status: number;
      readonly detail: string;
      /** @description Everything that is wrong, at once */
      readonly errors?: readonly {
        /** @description JSON Pointer (RFC 6901) into the body, or the key of the query */
        readonly pointer: string;
        /** @enum {string} */
        readonly code:
          | 'required'
          | 'too-short'
          | 'too-long'
          | 'too-many'
          | 'not-an-option'
          | 'not-an-email'
          | 'not-a-phone-number'
          | 'not-a-contact'
          | 'outside-buurt'
          | 'range-reversed'
          | 'out-of-range'
          | 'consent'
          | 'malformed'
          | 'unknown-key'
          | 'doubled'
          | 'withdrawn'
          | 'not-mutual'
          | 'unsatisfiable'
          | 'picks.min'
          | 'picks.max'
          | 'spend.min'
          | 'spend.max'
          | 'points.min'
          | 'points.max'
          | 'total.min'
          | 'total.max';
        readonly detail: string;
        readonly limit?: number;
        readonly actual?: number;
        /** @description The group of proposals whose limit was passed */
        readonly group?: {
          /** @enum {string} */
          readonly dimension: 'category' | 'neighborhood';
          readonly key: string;
        };
      }[];
    };
    readonly Buurt: components['schemas']['BuurtSummary'] & {
      /** @description Published ones, by status */
      readonly initiativeCounts: {
        readonly new: number;
        readonly onBallot: number;
        readonly granted: number;
        readonly underway: number;
        readonly done: number;
        readonly declined: number;
      };
      /** @description What is known of the buurt; each kind at most once */
      readonly figures: readonly components['schemas']['Figure'][];
    };
    readonly Figure: {
      /** @enum {string} */
      readonly kind: 'households' | 'initiatives' | 'grantedCents' | 'spentCents' | 'neighbours';
      /** @description A number, or euro cents where the kind says so */
      readonly value: number;
      /** @description `null`: counted by this server */
      readonly source: string | null;
      /**
       * Format: date-time
       * @description When it was counted
       * @example 2026-11-23T08:30:00.000Z
       */
      readonly at: string;
    };
    readonly IdeaSettings: {
      readonly buurtName: string;
      readonly organisation: {
        readonly name: string;
        readonly privacyUrl?: string;
      };
      readonly intro?: components['schemas']['LocalText'];
      readonly themes: readonly {
        readonly id: string;
        readonly name: components['schemas']['LocalText'];
      }[];
      /** @description In the order of the screen */
      readonly fields: readonly components['schemas']['Field'][];
      readonly questions: readonly components['schemas']['Question'][];
      /** @description Whether somebody reads an idea before it is shown */
      readonly moderated: boolean;
      readonly answerDays: number;
      readonly contactKeptDays: number;
    };
    readonly LocalText: {
      readonly nl: string;
      readonly en?: string;
    };
    readonly Field: {
      /** @enum {string} */
      readonly name:
        | 'title'
        | 'story'
        | 'theme'
        | 'place'
        | 'assets'
        | 'joiners'
        | 'needs'
        | 'offers'
        | 'cost'
        | 'photos'
        | 'name'
        | 'email'
        | 'phone';
      readonly required: boolean;
      readonly min?: number;
      readonly max?: number;
      readonly label?: components['schemas']['LocalText'];
      readonly hint?: components['schemas']['LocalText'];
    };
    readonly Question: {
      readonly id: string;
      /** @enum {string} */
      readonly step: 'idea' | 'place' | 'together' | 'photos' | 'you';
      /** @enum {string} */
      readonly kind: 'line' | 'text' | 'choice';
      readonly label: components['schemas']['LocalText'];
      readonly hint?: components['schemas']['LocalText'];
      readonly required: boolean;
      readonly max?: number;
      readonly options: readonly components['schemas']['LocalText'][];
      /** @description Whether the answer is shown with the idea */
      readonly shown: boolean;
      readonly onlyForTheme?: string;
    };
    /** @description GeoJSON (RFC 7946), longitude first */
    readonly Boundary: {
      /** @enum {string} */
      readonly type: 'Feature';
      readonly properties: {
        readonly code: string;
        readonly name: string;
      };
      readonly geometry: {
        /** @enum {string} */
        readonly type: 'MultiPolygon';
        readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
      };
    };
    /** @description GeoJSON: neighbouring buurten, and streets as far as they are known */
    readonly Surroundings: {
      /** @enum {string} */
      readonly type: 'FeatureCollection';
      readonly features: readonly (
        | {
            /** @enum {string} */
            readonly type: 'Feature';
            readonly properties: {
              /** @enum {string} */
              readonly kind: 'buurt';
              readonly code: string;
              readonly name: string;
            };
            readonly geometry: {
              /** @enum {string} */
              readonly type: 'MultiPolygon';
              readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
            };
          }
        | {
            /** @enum {string} */
            readonly type: 'Feature';
            readonly properties: {
              /** @enum {string} */
              readonly kind: 'street';
              readonly name: string;
            };
            readonly geometry: {
              /** @enum {string} */
              readonly type: 'MultiLineString';
              readonly coordinates: readonly (readonly (readonly number[])[])[];
            };
          }
      )[];
    };
    /** @description GeoJSON; newest first, at most 5,000 and 2 MiB */
    readonly Places: {
      /** @enum {string} */
      readonly type: 'FeatureCollection';
      /** @description All initiatives that fit, also without a place */
      readonly total: number;
      readonly withoutPlace: number;
      readonly features: readonly {
        /** @enum {string} */
        readonly type: 'Feature';
        /**
         * Format: uuid
         * @example 6f1d3f0e-3a5e-4f43-9d2a-0c8d0c1b7a11
         */
        readonly id: string;
        readonly properties: {
          readonly title: string;
          /** @enum {string} */
          readonly status: 'new' | 'onBallot' | 'granted' | 'underway' | 'done' | 'declined';
          readonly theme: string | null;
          readonly supportCount: number;
          readonly address: string | null;
        };
        readonly geometry: {
          /** @enum {string} */
          readonly type: 'Point';
          readonly coordinates: readonly number[];
        };
      }[];
    };
    /** @description GeoJSON; borders that touch still do, however few positions are left */
    readonly Boundaries: {
      /** @enum {string} */
      readonly type: 'FeatureCollection';
      readonly features: readonly {
        /** @enum {string} */
        readonly type: 'Feature';
        /** @description The code of the buurt */
        readonly id: string;
        readonly properties: {
          readonly code: string;
          readonly name: string;
          readonly initiativeCount: number;
        };
        readonly geometry: {
          /** @enum {string} */
          readonly type: 'MultiPolygon';
          readonly coordinates: readonly (readonly (readonly (readonly number[])[])[])[];
        };
      }[];
    };
    readonly InitiativePage: {
      readonly initiatives: readonly components['schemas']['ListedInitiative'][];
      readonly total: number;
      /** @description How many there would be with this choice instead, under all other filters */
      readonly facets: {
        readonly status: {
          readonly new: number;
          readonly onBallot: number;
          readonly granted: number;
          readonly underway: number;
          readonly done: number;
          readonly declined: number;
        };
        readonly theme: readonly {
          readonly theme: string;
          readonly count: number;
        }[];
      };
    };
    readonly ListedInitiative: components['schemas']['InitiativeSummary'] & {
      /** @description What is asked of neighbours: how many of each kind, and how many offered it */
      readonly help: readonly {
        /** @enum {string} */
        readonly kind: 'time' | 'skill' | 'tools' | 'space' | 'network';
        readonly asked: number;
        readonly offered: number;
      }[];
      /** @description When something was last told about it */
      readonly newsAt: string | null;
    };
    /**
     * @description A point in WGS84 degrees, with the address if somebody named it
     * @example {
     *       "lat": 52.3702,
     *       "lon": 4.8952,
     *       "address": "Lindenlaan 12"
     *     }
     */
    readonly Place: {
      readonly lat: number;
      readonly lon: number;
      readonly address?: string;
    };
    /**
     * @example {
     *       "id": "0f0c2d52-8f0e-4a0e-9b53-6d1a3c1f9a01",
     *       "alt": "Een leeg plein met twee bankjes",
     *       "sources": [
     *         {
     *           "url": "photos/0f0c2d52-8f0e-4a0e-9b53-6d1a3c1f9a01/640.webp",
     *           "width": 640,
     *           "height": 480
     *         }
     *       ]
     *     }
     */
    readonly Photo: {
      /**
       * Format: uuid
       * @example 6f1d3f0e-3a5e-4f43-9d2a-0c8d0c1b7a11
       */
      readonly id: string;
      readonly alt: string;
      /** @description Narrowest first; `url` is relative to the endpoint */
      readonly sources: readonly {
        readonly url: string;
        readonly width: number;
        readonly height: number;
      }[];
    };
    readonly InitiativeSummary: {
      /**
       * Format: uuid
       * @example 6f1d3f0e-3a5e-4f43-9d2a-0c8d0c1b7a11
       */
      readonly id: string;
      readonly buurtCode: string;
      readonly title: string;
      /** @description The beginning of the story */
      readonly excerpt: string;
      readonly theme: string | null;
      /** @enum {string} */
      readonly status: 'new' | 'onBallot' | 'granted' | 'underway' | 'done' | 'declined';
      readonly place: components['schemas']['Place'] | null;
      readonly photo: components['schemas']['Photo'] | null;
      readonly supportCount: number;
      /** @description Neighbours who offered something */
      readonly offerCount: number;
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       * @example 2026-11-23T08:30:00.000Z
       */
      readonly publishedAt: string;
    };
    readonly Initiative: components['schemas']['ListedInitiative'] & {
      readonly story: string;
      readonly statusReason: string | null;
      /** @description The name that the initiator gave, if any */
      readonly initiator: string | null;
      /** @description What is there already */
      readonly assets: string;
      /** @description Who could join */
      readonly joiners: string;
      readonly needs: readonly ('time' | 'skill' | 'tools' | 'space' | 'network')[];
      /** @description How many neighbours offered each kind */
      readonly offers: {
        readonly time: number;
        readonly skill: number;
        readonly tools: number;
        readonly space: number;
        readonly network: number;
      };
      readonly cost: components['schemas']['CostRange'] | null;
      readonly photos: readonly components['schemas']['Photo'][];
      readonly answers: readonly {
        readonly question: string;
        readonly answer: string;
      }[];
      readonly promises: readonly components['schemas']['Promise'][];
      /** @description Newest first */
      readonly news: readonly {
        /**
         * Format: date-time
         * @description RFC 3339, UTC
         * @example 2026-11-23T08:30:00.000Z
         */
        readonly at: string;
        readonly text: string;
        readonly photo: components['schemas']['Photo'] | null;
      }[];
      /** @description Only what somebody read and published; newest first, at most 200 */
      readonly remarks: readonly components['schemas']['Remark'][];
    };
    /**
     * @example {
     *       "minCents": 20000,
     *       "maxCents": 80000
     *     }
     */
    readonly CostRange: {
      readonly minCents: number;
      readonly maxCents: number;
    };
    readonly Promise: {
      readonly who: string;
      readonly what: string;
      /** Format: date */
      readonly dueOn: string;
      /** @enum {string} */
      readonly state: 'open' | 'kept' | 'late' | 'broken';
      /**
       * @description Euro cents
       * @example 25000
       */
      readonly grantedCents: number | null;
      /**
       * @description Euro cents
       * @example 25000
       */
      readonly spentCents: number | null;
    };
    readonly Remark: {
      /**
       * Format: uuid
       * @example 6f1d3f0e-3a5e-4f43-9d2a-0c8d0c1b7a11
       */
      readonly id: string;
      /** @enum {string} */
      readonly stance: 'for' | 'against' | 'question';
      readonly text: string;
      readonly name: string | null;
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       * @example 2026-11-23T08:30:00.000Z
       */
      readonly at: string;
    };
    readonly IdeaReceipt: {
      /**
       * Format: uuid
       * @example 6f1d3f0e-3a5e-4f43-9d2a-0c8d0c1b7a11
       */
      readonly id: string;
      /** @example K4T-9PX */
      readonly reference: string;
      /** @enum {string} */
      readonly state: 'waiting' | 'published' | 'declined' | 'hidden';
      /**
       * Format: date-time
       * @description RFC 3339, UTC
       * @example 2026-11-23T08:30:00.000Z
       */
      readonly receivedAt: string;
      /**
       * Format: date-time
       * @description By then the resident hears what happens
       * @example 2026-11-23T08:30:00.000Z
       */
      readonly answerBy: string;
      /** @description Shows the idea to its maker; keep it on his device */
      readonly ownerKey: string;
      readonly reachable: boolean;
    };
    /**
     * @description Which of these are asked, required and how long: see the settings of the buurt
     * @example {
     *       "title": "Een lange tafel op het plein",
     *       "story": "Twee keer per jaar samen eten, ieder neemt iets mee.",
     *       "theme": "meet",
     *       "place": {
     *         "lat": 52.3702,
     *         "lon": 4.8952
     *       },
     *       "needs": [
     *         "time",
     *         "tools"
     *       ],
     *       "cost": {
     *         "minCents": 10000,
     *         "maxCents": 30000
     *       },
     *       "consent": true
     *     }
     */
    readonly NewIdea: {
      readonly title: string;
      readonly story: string;
      readonly theme?: string;
      /** @description `null`: not bound to one place */
      readonly place?: components['schemas']['Place'] | null;
      readonly assets?: string;
      readonly joiners?: string;
      readonly needs?: readonly ('time' | 'skill' | 'tools' | 'space' | 'network')[];
      readonly offers?: readonly ('time' | 'skill' | 'tools' | 'space' | 'network')[];
      /** @description `null`: does not know */
      readonly cost?: components['schemas']['CostRange'] | null;
      readonly photos?: readonly {
        /**
         * Format: uuid
         * @example 6f1d3f0e-3a5e-4f43-9d2a-0c8d0c1b7a11
         */
        readonly id: string;
        readonly alt: string;
      }[];
      /** @description Shown with the idea */
      readonly name?: string;
      /** @description Never shown */
      readonly email?: string;
      /** @description Never shown */
      readonly phone?: string;
      readonly consent: boolean;
      /** @description By the id of the organiser's question */
      readonly answers?: {
        readonly [key: string]: string;
      };
    };
    readonly OwnIdea: {
      /**
       * Format: uuid
       * @example 6f1d3f0e-3a5e-4f43-9d2a-0c8d0c1b7a11
       */
      readonly id: string;
      readonly reference: string;
      readonly title: string;
      /** @enum {string} */
      readonly state: 'waiting' | 'published' | 'declined' | 'hidden';
      readonly reason?: string;
      readonly supportCount: number;
    };
    readonly Made: {
      /**
       * Format: uuid
       * @example 6f1d3f0e-3a5e-4f43-9d2a-0c8d0c1b7a11
       */
      readonly id: string;
    };
    /**
     * @example {
     *       "kinds": [
     *         "time"
     *       ],
     *       "message": "Ik kan op zaterdag koken.",
     *       "name": "Samira",
     *       "contact": "06 12345678"
     *     }
     */
    readonly NewOffer: {
      readonly kinds: readonly ('time' | 'skill' | 'tools' | 'space' | 'network')[];
      readonly message: string;
      readonly name: string;
      readonly contact: string;
    };
    /**
     * @example {
     *       "stance": "question",
     *       "text": "Komt er ook verlichting?",
     *       "name": ""
     *     }
     */
    readonly NewRemark: {
      /** @enum {string} */
      readonly stance: 'for' | 'against' | 'question';
      readonly text: string;
      readonly name: string;
    };
    /**
     * @example {
     *       "reason": "Dit gaat over mijn buurman."
     *     }
     */
    readonly NewReport: {
      readonly reason: string;
    };
    readonly Support: {
      /** @description By this browser */
      readonly supported: boolean;
      readonly supportCount: number;
    };
    readonly NewFollower: {
      readonly email: string;
      /** @description Where mails lead back to: a page of the site that asks */
      readonly page?: string;
    };
    readonly RoundSummary: {
      readonly id: string;
      readonly buurtCode: string;
      readonly name: string;
      readonly budgetCents: number;
      readonly currency: string;
      /**
       * @description By the clock of the database, until closing is written: from then on no clock matters
       * @enum {string}
       */
      readonly phase: 'announced' | 'open' | 'closed';
      /** Format: date-time */
      readonly opensAt: string;
      /** Format: date-time */
      readonly closesAt: string;
      readonly proposalCount: number;
    };
    readonly Round: components['schemas']['RoundSummary'] & {
      readonly intro: string;
      readonly rules: components['schemas']['BallotRules'];
      readonly rulesHash: string;
      /** @description The first decides */
      readonly tallies: readonly components['schemas']['TallyRules'][];
      readonly groupNames: {
        readonly [key: string]: string;
      };
      readonly proposals: readonly components['schemas']['Proposal'][];
      /** Format: date-time */
      readonly serverTime: string;
    };
    /** @description What a ballot must keep to */
    readonly BallotRules: {
      /** @enum {string} */
      readonly expression: 'approve' | 'rank' | 'allocate' | 'score';
      readonly picks?: components['schemas']['Range'];
      readonly spendCents?: components['schemas']['Range'];
      readonly perProject?: components['schemas']['Range'];
      readonly total?: components['schemas']['Range'];
      readonly defaultScore?: number;
      readonly groups?: readonly components['schemas']['GroupRules'][];
    };
    readonly Range: {
      readonly min?: number;
      readonly max?: number;
    };
    readonly GroupRules: components['schemas']['Group'] & {
      readonly picks?: components['schemas']['Range'];
      readonly spendCents?: components['schemas']['Range'];
    };
    readonly Group: {
      /** @enum {string} */
      readonly dimension: 'category' | 'neighborhood';
      readonly key: string;
    };
    /** @description How ballots become a result */
    readonly TallyRules: {
      /** @enum {string} */
      readonly method: 'greedy' | 'greedy-no-skip' | 'greedy-threshold' | 'equalshares' | 'equalshares/add1';
      readonly threshold?: number;
      readonly rankScores?: 'borda' | readonly number[];
      readonly groupBudgets?: readonly components['schemas']['GroupBudget'][];
      readonly tieBreak: readonly ('cheaper' | 'more-votes' | 'lot')[];
      readonly add1Cents?: number;
      /** @enum {string} */
      readonly leftover: 'next-that-fits' | 'none';
    };
    readonly GroupBudget: components['schemas']['Group'] & {
      readonly budgetCents: number;
      /** @enum {string} */
      readonly kind: 'cap' | 'earmark';
    };
    readonly Proposal: {
      readonly id: string;
      readonly title: string;
      readonly story: string;
      readonly costCents: number;
      readonly categories: readonly string[];
      readonly neighborhoods: readonly string[];
      readonly initiativeId: string | null;
      readonly photo: components['schemas']['Photo'] | null;
      readonly place: components['schemas']['Place'] | null;
      /** @description What the organiser says of it */
      readonly remark: string | null;
      readonly excludes: readonly string[];
      readonly withdrawn: boolean;
    };
    readonly CastBallot: {
      /** @description Proves that it is counted, not what it says */
      readonly receipt: string;
      readonly version: number;
      readonly lines: readonly components['schemas']['BallotLine'][];
      /** @enum {string} */
      readonly channel: 'online' | 'paper' | 'assisted';
      readonly changed: boolean;
    };
    readonly BallotLine: {
      readonly proposalId: string;
      readonly rank?: number;
      readonly points?: number;
    };
    /** @description With a code or a token, not both */
    readonly NewBallot: {
      /**
       * @description Of the letter, in any spelling. It is not kept.
       * @example K7QF-M2XA-9TRH
       */
      readonly code?: string;
      /** @description In the place of the code: what a site of the operator handed over. See the README of the server. */
      readonly token?: string;
      readonly rulesHash: string;
      readonly lines: readonly components['schemas']['BallotLine'][];
      /** @enum {string} */
      readonly channel: 'online' | 'paper' | 'assisted';
    };
    /** @description A code or a token, not both */
    readonly Proof: {
      /**
       * @description Of the letter, in any spelling. It is not kept.
       * @example K7QF-M2XA-9TRH
       */
      readonly code?: string;
      /** @description In the place of the code: what a site of the operator handed over. See the README of the server. */
      readonly token?: string;
    };
    readonly RoundResults: {
      readonly ballotCount: number;
      readonly channelCounts: {
        readonly online: number;
        readonly paper: number;
        readonly assisted: number;
      };
      readonly tallies: readonly components['schemas']['TallyResult'][];
      readonly chainHead: string;
    };
    readonly TallyResult: {
      readonly rules: components['schemas']['TallyRules'];
      readonly ballotCount: number;
      readonly outcomes: readonly {
        readonly proposalId: string;
        readonly votes: number;
        readonly score: number;
        readonly granted: boolean;
        readonly why?: components['schemas']['NotGranted'];
      }[];
      readonly steps: readonly components['schemas']['TallyStep'][];
      readonly winners: readonly string[];
      readonly budgetCents: number;
      readonly spentCents: number;
      readonly leftoverCents: number;
      readonly ballotsWithAWinner: number;
      readonly shares?: {
        readonly perVoterCents: number;
        readonly raises: number;
      };
    };
    /** @description Why a proposal did not get money */
    readonly NotGranted:
      | {
          /** @enum {string} */
          readonly code: 'withdrawn';
        }
      | {
          /** @enum {string} */
          readonly code: 'no-votes';
        }
      | {
          /** @enum {string} */
          readonly code: 'below-threshold';
          readonly threshold: number;
        }
      | {
          /** @enum {string} */
          readonly code: 'excluded';
          readonly by: string;
        }
      | {
          /** @enum {string} */
          readonly code: 'group-full';
          readonly group: components['schemas']['Group'];
          readonly leftCents: number;
        }
      | {
          /** @enum {string} */
          readonly code: 'does-not-fit';
          readonly leftCents: number;
        }
      | {
          /** @enum {string} */
          readonly code: 'after-stop';
          readonly stoppedBy: string;
        }
      | {
          /** @enum {string} */
          readonly code: 'supporters-short';
          readonly haveCents: number;
        };
    readonly TallyStep: {
      /** @enum {string} */
      readonly kind: 'votes' | 'shares' | 'fill';
      readonly proposalId: string;
      readonly granted: boolean;
      readonly why?: components['schemas']['NotGranted'];
      readonly score: number;
      readonly costCents: number;
      readonly leftBeforeCents: number;
      readonly leftAfterCents: number;
      readonly tie?: {
        readonly between: readonly string[];
        /** @enum {string} */
        readonly by: 'cheaper' | 'more-votes' | 'lot';
      };
      readonly payment?: {
        readonly voters: number;
        readonly perPointCents: number;
        readonly exactly: string;
        readonly emptied: number;
      };
    };
    readonly Receipts: {
      readonly receipts: readonly string[];
      readonly head: string;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly listBuurten: {
    readonly parameters: {
      readonly query?: {
        readonly q?: string;
        /** @description `lat,lon` in WGS84 degrees; not together with `q` */
        readonly at?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Buurten, by name */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly buurten: readonly components['schemas']['BuurtSummary'][];
          };
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getBuurt: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description CBS code of the buurt */
        readonly code: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The buurt */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Buurt'];
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getSettings: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description CBS code of the buurt */
        readonly code: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The settings */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            /** @example BU0363AA01 */
            readonly code: string;
            readonly idea: components['schemas']['IdeaSettings'];
          };
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getBoundary: {
    readonly parameters: {
      readonly query?: {
        /** @description Of the picture, in pixels: leaves out what cannot be seen in it. Everything unless told. */
        readonly width?: number;
      };
      readonly header?: never;
      readonly path: {
        /** @description CBS code of the buurt */
        readonly code: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The border */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/geo+json': components['schemas']['Boundary'];
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getSurroundings: {
    readonly parameters: {
      readonly query?: {
        /** @description Of the picture, in pixels: leaves out what cannot be seen in it. Everything unless told. */
        readonly width?: number;
      };
      readonly header?: never;
      readonly path: {
        /** @description CBS code of the buurt */
        readonly code: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Neighbouring buurten and streets */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/geo+json': components['schemas']['Surroundings'];
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getPlaces: {
    readonly parameters: {
      readonly query?: {
        /** @description One or more: `status=new&status=done` */
        readonly status?: readonly ('new' | 'onBallot' | 'granted' | 'underway' | 'done' | 'declined')[];
        /** @description Ids of themes of the settings, one or more */
        readonly theme?: readonly string[];
        /** @description Words in title, story or address; Dutch endings and typing errors forgiven */
        readonly q?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description CBS code of the buurt */
        readonly code: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Newest first */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/geo+json': components['schemas']['Places'];
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly listBoundaries: {
    readonly parameters: {
      readonly query?: {
        readonly buurt?: readonly string[];
        readonly municipality?: string;
        /** @description Of the picture, in pixels: leaves out what cannot be seen in it. Everything unless told. */
        readonly width?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Buurten, by code */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/geo+json': components['schemas']['Boundaries'];
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly listInitiatives: {
    readonly parameters: {
      readonly query?: {
        /** @description One or more: `status=new&status=done` */
        readonly status?: readonly ('new' | 'onBallot' | 'granted' | 'underway' | 'done' | 'declined')[];
        /** @description Ids of themes of the settings, one or more */
        readonly theme?: readonly string[];
        /** @description Words in title, story or address; Dutch endings and typing errors forgiven */
        readonly q?: string;
        /** @description `lat,lon` in WGS84 degrees, for `sort=near` */
        readonly near?: string;
        /** @description Newest, most support, most help asked, nearest (needs `near`), latest news, or shuffled (needs `seed`) */
        readonly sort?: 'new' | 'support' | 'help' | 'near' | 'news' | 'random';
        /** @description Another order for each number; keep it, so that a visitor sees the same order again */
        readonly seed?: number | null;
        /** @description From the `Link` of the page before; opaque, good for a day */
        readonly cursor?: string;
        readonly limit?: number;
      };
      readonly header?: never;
      readonly path: {
        /** @description CBS code of the buurt */
        readonly code: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of initiatives; `total` counts them on all pages */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['InitiativePage'];
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly findSimilar: {
    readonly parameters: {
      readonly query: {
        readonly title: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description CBS code of the buurt */
        readonly code: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description At most three, the most alike first */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly initiatives: readonly components['schemas']['InitiativeSummary'][];
          };
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getInitiative: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The initiative */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Initiative'];
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly handInIdea: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description One for each thing that a resident wants. The same key and body give the same answer, also much later; the same key with another body gives 422. */
        readonly 'idempotency-key': string;
      };
      readonly path: {
        /** @description CBS code of the buurt */
        readonly code: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NewIdea'];
      };
    };
    readonly responses: {
      /** @description The idea is kept, safely on disk */
      readonly 201: {
        headers: {
          /** @description This was answered before; nothing new was made */
          readonly 'idempotency-replayed'?: 'true';
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IdeaReceipt'];
        };
      };
      /** @description Something is wrong; `errors` has everything at once */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The site that sends this is not on the list of this server */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body stopped coming */
      readonly 408: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too big */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Another type of content than asked */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The Idempotency-Key was used for something else */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOwnIdea: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The idea, for its maker */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OwnIdea'];
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly uploadPhoto: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description One for each thing that a resident wants. The same key and body give the same answer, also much later; the same key with another body gives 422. */
        readonly 'idempotency-key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'image/jpeg': string;
        readonly 'image/png': string;
        readonly 'image/webp': string;
      };
    };
    readonly responses: {
      /** @description The photo in its widths; `alt` comes with the idea */
      readonly 201: {
        headers: {
          /** @description This was answered before; nothing new was made */
          readonly 'idempotency-replayed'?: 'true';
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Photo'];
        };
      };
      /** @description Something is wrong; `errors` has everything at once */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The site that sends this is not on the list of this server */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body stopped coming */
      readonly 408: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too big */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Another type of content than asked */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The Idempotency-Key was used for something else */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getPhoto: {
    readonly parameters: {
      readonly query?: {
        readonly expires?: string;
        readonly signature?: string;
      };
      readonly header?: never;
      readonly path: {
        readonly id: string;
        readonly file: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The picture */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'image/webp': string;
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly makeOffer: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description One for each thing that a resident wants. The same key and body give the same answer, also much later; the same key with another body gives 422. */
        readonly 'idempotency-key': string;
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NewOffer'];
      };
    };
    readonly responses: {
      /** @description The offer is kept */
      readonly 201: {
        headers: {
          /** @description This was answered before; nothing new was made */
          readonly 'idempotency-replayed'?: 'true';
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Made'];
        };
      };
      /** @description Something is wrong; `errors` has everything at once */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The site that sends this is not on the list of this server */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body stopped coming */
      readonly 408: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The initiative has ended */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too big */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Another type of content than asked */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The Idempotency-Key was used for something else */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly makeRemark: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description One for each thing that a resident wants. The same key and body give the same answer, also much later; the same key with another body gives 422. */
        readonly 'idempotency-key': string;
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NewRemark'];
      };
    };
    readonly responses: {
      /** @description The remark is kept */
      readonly 201: {
        headers: {
          /** @description This was answered before; nothing new was made */
          readonly 'idempotency-replayed'?: 'true';
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Made'];
        };
      };
      /** @description Something is wrong; `errors` has everything at once */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The site that sends this is not on the list of this server */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body stopped coming */
      readonly 408: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too big */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Another type of content than asked */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The Idempotency-Key was used for something else */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly reportRemark: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description One for each thing that a resident wants. The same key and body give the same answer, also much later; the same key with another body gives 422. */
        readonly 'idempotency-key': string;
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NewReport'];
      };
    };
    readonly responses: {
      /** @description The report is kept */
      readonly 201: {
        headers: {
          /** @description This was answered before; nothing new was made */
          readonly 'idempotency-replayed'?: 'true';
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Made'];
        };
      };
      /** @description Something is wrong; `errors` has everything at once */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The site that sends this is not on the list of this server */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body stopped coming */
      readonly 408: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too big */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Another type of content than asked */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The Idempotency-Key was used for something else */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly giveSupport: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
        /** @description Made by the browser for itself; kept here only as a hash */
        readonly key: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The initiative is supported */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Support'];
        };
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The site that sends this is not on the list of this server */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The initiative has ended */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly withdrawSupport: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
        /** @description Made by the browser for itself; kept here only as a hash */
        readonly key: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The initiative is not supported by this browser */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Support'];
        };
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The site that sends this is not on the list of this server */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getBuurtFeed: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description CBS code of the buurt */
        readonly code: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The last 50, newest first */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/atom+xml': string;
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getInitiativeFeed: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The last 50, newest first */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/atom+xml': string;
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getBuurtAgenda: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description CBS code of the buurt */
        readonly code: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The calendar */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/calendar': string;
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getInitiativeAgenda: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The calendar */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/calendar': string;
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly followInitiative: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description One for each thing that a resident wants. The same key and body give the same answer, also much later; the same key with another body gives 422. */
        readonly 'idempotency-key': string;
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NewFollower'];
      };
    };
    readonly responses: {
      /** @description A mail is on its way */
      readonly 201: {
        headers: {
          /** @description This was answered before; nothing new was made */
          readonly 'idempotency-replayed'?: 'true';
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            /** @enum {boolean} */
            readonly asked: true;
          };
        };
      };
      /** @description Something is wrong; `errors` has everything at once */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The site that sends this is not on the list of this server */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body stopped coming */
      readonly 408: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too big */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Another type of content than asked */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The Idempotency-Key was used for something else */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly followBuurt: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description One for each thing that a resident wants. The same key and body give the same answer, also much later; the same key with another body gives 422. */
        readonly 'idempotency-key': string;
      };
      readonly path: {
        /** @description CBS code of the buurt */
        readonly code: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NewFollower'];
      };
    };
    readonly responses: {
      /** @description A mail is on its way */
      readonly 201: {
        headers: {
          /** @description This was answered before; nothing new was made */
          readonly 'idempotency-replayed'?: 'true';
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            /** @enum {boolean} */
            readonly asked: true;
          };
        };
      };
      /** @description Something is wrong; `errors` has everything at once */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The site that sends this is not on the list of this server */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body stopped coming */
      readonly 408: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too big */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Another type of content than asked */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The Idempotency-Key was used for something else */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getFollower: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description From a mail */
        readonly token: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The page */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/html': string;
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly confirmFollowing: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description From a mail */
        readonly token: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description It is so */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/html': string;
        };
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The site that sends this is not on the list of this server */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly endFollowing: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description From a mail */
        readonly token: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description It is so */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/html': string;
        };
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The site that sends this is not on the list of this server */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly listRounds: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description CBS code of the buurt */
        readonly code: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The rounds */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly rounds: readonly components['schemas']['RoundSummary'][];
          };
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getRound: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The round */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Round'];
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly castVote: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description One for each thing that a resident wants. The same key and body give the same answer, also much later; the same key with another body gives 422. */
        readonly 'idempotency-key': string;
        readonly 'if-match'?: string;
      };
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NewBallot'];
      };
    };
    readonly responses: {
      /** @description The ballot took the place of an earlier one */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CastBallot'];
        };
      };
      /** @description The ballot counts */
      readonly 201: {
        headers: {
          /** @description This was answered before; nothing new was made */
          readonly 'idempotency-replayed'?: 'true';
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CastBallot'];
        };
      };
      /** @description Something is wrong; `errors` has everything at once */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Nobody has this code, its letter was replaced, or the token is not good */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body stopped coming */
      readonly 408: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not open yet, closed, or filled in under other rules */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The vote was changed on another device */
      readonly 412: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too big */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Another type of content than asked */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The Idempotency-Key was used for something else */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly showVote: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['Proof'];
      };
    };
    readonly responses: {
      /** @description The ballot */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly cast: components['schemas']['CastBallot'] | null;
          };
        };
      };
      /** @description Something is wrong; `errors` has everything at once */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Nobody has this code, its letter was replaced, or the token is not good */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The body stopped coming */
      readonly 408: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Closed, and the secret with which its codes were made was lost since */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too big */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Another type of content than asked */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The Idempotency-Key was used for something else */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getResults: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The results, one for each way of counting */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RoundResults'];
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The round is not closed yet */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getBallots: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The ballots */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/plain': string;
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The round is not closed yet */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getReceipts: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The receipts */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Receipts'];
        };
      };
      /** @description Not changed since the `ETag` that was sent as `If-None-Match` */
      readonly 304: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description Something is wrong with what was asked */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Not there */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description The round is not closed yet */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too many requests from this address; `Retry-After` tells when again */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Our mistake */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description Too busy; `Retry-After` tells when again */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
