export interface MeetProps {
  readonly session: string;
  readonly as: "participant" | "team";
  /** where people meet now; null where nobody does */
  readonly kind: "group" | "plenary" | null;
  /** changes with step and group */
  readonly place: string;
  readonly hasFloor: boolean;
}

export interface Wish {
  readonly sound: boolean;
  readonly picture: boolean;
}

export type JoinedProps = MeetProps & { readonly wish: Wish; readonly left: () => void };
