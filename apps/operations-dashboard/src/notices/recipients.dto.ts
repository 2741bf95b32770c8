import { IsEmail, MaxLength } from 'class-validator';

export class RecipientDto {
  /** Who is to hear of the caller's tasks, e.g. `dinarkop@banyumas.example`. */
  @IsEmail({ allow_utf8_local_part: false })
  @MaxLength(254)
  address: string;
}
