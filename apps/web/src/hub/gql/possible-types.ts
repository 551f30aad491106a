
      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "AddCrisisAreaResult": [
      "CrisisAreaAdded",
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "InvalidStep"
    ],
    "ChangeCrisisPhaseResult": [
      "CrisisNotFound",
      "CrisisPhaseChanged",
      "IdempotencyKeyReused",
      "InvalidStep"
    ],
    "ConfirmServiceStatusResult": [
      "GoodUntilPassed",
      "IdempotencyKeyReused",
      "NotYourService",
      "ServiceNotFound",
      "ServiceStatusConfirmed"
    ],
    "ContradictServiceStatusResult": [
      "IdempotencyKeyReused",
      "ServiceNotFound",
      "ServiceStatusContradicted"
    ],
    "DeclareLocalEmergencyResult": [
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "InvalidStep",
      "LocalEmergencyDeclared"
    ],
    "EndDisplayResult": [
      "DisplayEnded",
      "DisplayNotFound",
      "IdempotencyKeyReused"
    ],
    "EndLocalEmergencyResult": [
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "InvalidStep",
      "LocalEmergencyEnded"
    ],
    "EndMembershipResult": [
      "IdempotencyKeyReused",
      "MembershipEnded",
      "MembershipNotFound"
    ],
    "EnterAsDisplayResult": [
      "DisplayCodeNotValid",
      "DisplayEntered"
    ],
    "LinkDisplayResult": [
      "DisplayCodeNotValid",
      "DisplayLinked",
      "DisplayNotLinked",
      "IdempotencyKeyReused"
    ],
    "OpenCrisisResult": [
      "CrisisOpened",
      "IdempotencyKeyReused"
    ],
    "Refusal": [
      "ContradictionNotFound",
      "CrisisNotFound",
      "DemoNotOffered",
      "DisplayCodeNotValid",
      "DisplayNotFound",
      "DisplayNotLinked",
      "GoodUntilPassed",
      "IdempotencyKeyReused",
      "InvalidCapacity",
      "InvalidStep",
      "InvalidTime",
      "LinkNotValid",
      "MembershipNotFound",
      "NotADemonstration",
      "NotYourService",
      "NotYours",
      "ServiceNotFound",
      "TextTooLong"
    ],
    "ReloadDemonstrationResult": [
      "DemonstrationReloading",
      "NotADemonstration"
    ],
    "ReportServiceStatusResult": [
      "IdempotencyKeyReused",
      "InvalidCapacity",
      "InvalidTime",
      "NotYourService",
      "ServiceNotFound",
      "ServiceStatusReported",
      "TextTooLong"
    ],
    "SetAreaLeadResult": [
      "AreaLeadSet",
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "InvalidStep"
    ],
    "SetCrisisMattersResult": [
      "CrisisMattersSet",
      "CrisisNotFound",
      "IdempotencyKeyReused"
    ],
    "SetFreshnessResult": [
      "CrisisNotFound",
      "FreshnessSet",
      "IdempotencyKeyReused",
      "InvalidStep"
    ],
    "SetInstructionResult": [
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "InstructionSet",
      "InvalidStep"
    ],
    "SetMissionResult": [
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "MissionSet"
    ],
    "SettleContradictionResult": [
      "ContradictionNotFound",
      "ContradictionSettled",
      "IdempotencyKeyReused",
      "NotYours"
    ],
    "SignInResult": [
      "DemoNotOffered",
      "LinkNotValid",
      "SignedIn"
    ],
    "WithdrawInstructionResult": [
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "InstructionWithdrawn",
      "InvalidStep"
    ]
  }
};
      export default result;
    