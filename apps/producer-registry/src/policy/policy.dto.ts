import { IsIn } from 'class-validator';
import { SELF_DECLARED, type SelfDeclared } from '../domain/self-declared.js';

export class RegistryPolicyDto {
  /** Goods of producers that are not verified are sold, or held until they are. */
  @IsIn(SELF_DECLARED) selfDeclared: SelfDeclared;
}
