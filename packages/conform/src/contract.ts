import { isCalendarDay, isMoment } from '@buurt/domain/wire/calendar.js';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface ResponseObject {
  readonly content?: Readonly<Record<string, { readonly schema: unknown }>>;
}

interface OperationObject {
  readonly operationId: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly responses: Readonly<Record<string, ResponseObject>>;
}

interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: object;
}

export interface Operation extends OperationObject {
  readonly method: string;
  /** With its parameters in braces: `/buurten/{code}`. */
  readonly path: string;
}

/** What of an answer the contract has something to say about. */
export interface AnswerShape {
  readonly status: number;
  readonly type: string;
  /** Undefined when the body is no JSON. */
  readonly json: unknown;
}

/** `2027-01-10T08:00:00Z`, with or without a fraction: RFC 3339 in UTC. */
const isUtc = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text) && isMoment(text);

/** How each format of the contract is written. */
const formats = {
  'date-time': isUtc,
  date: isCalendarDay,
  uuid: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  uri: (text: string) => URL.canParse(text),
  binary: true,
} as const;

const withoutUndefined = (value: object): object => JSON.parse(JSON.stringify(value)) as object;

/** The same schema, whose references lead to the components of the document when it is compiled by itself. */
const referringToContract = (schema: unknown): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"contract#/components')) as object;

function createAjv(components: object): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: false, formats });
  ajv.addSchema({ $id: 'contract', components });
  return ajv;
}

/** The OpenAPI document of the contract: which operations there are, and which answers they may give. */
export class Contract {
  readonly operations: readonly Operation[];
  readonly #ajv: Ajv2020;
  readonly #validators = new Map<string, ValidateFunction>();

  constructor(document: object) {
    const { paths, components } = document as OpenApiDocument;
    this.operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })),
    );
    this.#ajv = createAjv(withoutUndefined(components));
  }

  operation(operationId: string): Operation {
    const operation = this.operations.find((each) => each.operationId === operationId);
    if (!operation) throw new Error(`The contract has no ${operationId}`);
    return operation;
  }

  /** What is wrong with the status, the type and the body of an answer; undefined when nothing is. */
  problemOf({ method, path, responses }: Operation, { status, type, json }: AnswerShape): string | undefined {
    const asked = `${method.toUpperCase()} ${path}`;
    const described = responses[String(status)];
    if (!described) return `${asked} may not answer ${String(status)}`;
    if (!described.content) return undefined;
    const schema = described.content[type]?.schema;
    if (schema === undefined)
      return `${asked} answers ${type || 'nothing'}, not ${Object.keys(described.content).join(' or ')}`;
    if (!type.endsWith('json')) return undefined;
    if (json === undefined) return 'the body is no JSON';
    const validate = this.#validatorOf(`${asked} ${String(status)} ${type}`, schema);
    return validate(json) ? undefined : this.#ajv.errorsText(validate.errors, { dataVar: '' });
  }

  #validatorOf(place: string, schema: unknown): ValidateFunction {
    const known = this.#validators.get(place);
    if (known) return known;
    const made = this.#ajv.compile(referringToContract(schema));
    this.#validators.set(place, made);
    return made;
  }
}
