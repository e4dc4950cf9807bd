/** How somebody of the team comes in; an invitation and the claim of the installation are links too. */
export type SignInWay = "mail" | "passkey" | "oidc";
