import { Matches, MaxLength } from 'class-validator';
import { saying } from '#platform/http/field-rules.js';

/** Of ASCII alone, as most mail servers want it; whether anybody is there only a mail can tell. */
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+$/i;

export class RecipientDto {
  /** Who is to hear of the caller's tasks, e.g. `dinarkop@banyumas.example`. */
  @Matches(ADDRESS, saying('email'))
  @MaxLength(254)
  address: string;
}
