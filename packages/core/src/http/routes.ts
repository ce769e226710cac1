import type { paths } from './contract.js';

/** `/buurten/{code}/ideas` as a client writes it behind the endpoint: with anything in the place of `{code}`. */
type RequestPath<Path extends string> = Path extends `/${infer Rest}` ? Filled<Rest> : never;
type Filled<Path extends string> = Path extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Path;

type Taken<Post> = Post extends {
  readonly requestBody: { readonly content: { readonly 'application/json': infer Json } };
}
  ? Json
  : never;

type QueryOf<Get> = Get extends { readonly parameters: { readonly query?: infer Query } }
  ? NonNullable<Query>
  : never;

/** The paths of the contract that can be read. */
export type ReadPath = {
  [P in keyof paths]: paths[P] extends { readonly get: object } ? RequestPath<P> : never;
}[keyof paths];

/** The paths of the contract that take something. */
export type PostPath = {
  [P in keyof paths]: paths[P] extends { readonly post: object } ? RequestPath<P> : never;
}[keyof paths];

/** The paths of the contract at which something can be so, or not. */
export type PutPath = {
  [P in keyof paths]: paths[P] extends { readonly put: object } ? RequestPath<P> : never;
}[keyof paths];

/** The paths of the contract at which something is changed in part. */
export type PatchPath = {
  [P in keyof paths]: paths[P] extends { readonly patch: object } ? RequestPath<P> : never;
}[keyof paths];

/** What a path of the contract takes as JSON. */
export type Body<P extends keyof paths> = paths[P] extends { readonly post: infer Post }
  ? Taken<Post>
  : never;

/** What a path of the contract can be asked. */
export type Query<P extends keyof paths> = paths[P] extends { readonly get: infer Get }
  ? QueryOf<Get>
  : never;
