import { EmergencyBook } from './emergency-book.ts';
import { EmergencyCaller } from './emergency-caller.query.ts';
import { EmergencyRaisedTopic } from './emergencies.live.ts';
import { Emergencies } from './emergencies.query.ts';
import { EmergenciesResolver, EmergencyChangedResolver } from './emergencies.resolver.ts';
import { ForgetEmergencies } from './forget-emergencies.ts';
import { RaiseEmergency } from './raise-emergency.command.ts';
import { RecordEmergencyStep } from './record-emergency-step.command.ts';

/** The emergency key of the desk, for the room. */
export const emergencyParts = [
  ...[EmergencyBook, Emergencies, EmergencyCaller, EmergencyRaisedTopic],
  ...[RaiseEmergency, RecordEmergencyStep, ForgetEmergencies],
  ...[EmergenciesResolver, EmergencyChangedResolver],
];
