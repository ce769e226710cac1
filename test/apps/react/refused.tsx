// What the types of the tags must not let through. It is checked, never run.
export const refused = [
  // @ts-expect-error The number of initiatives on a page is a number.
  <buurt-initiative-list pageSize="drie" />,
  // @ts-expect-error There is no such look.
  <buurt-map-card theme-preset="purple" />,
  // @ts-expect-error The detail has an initiative, not a name.
  <buurt-initiative-list onbuurt-support={({ detail }) => detail.name} />,
  // @ts-expect-error There is no such widget.
  <buurt-weather />,
];
