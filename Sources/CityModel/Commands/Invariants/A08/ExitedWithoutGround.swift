internal import Columns

/// A8: 按照规定程序予以解聘，并做好退出和移交工作。
/// Reading 6: an exit is of an estate and has one of the lawful ends: owners' decision, contract end, mutual termination. Parameters: none.
extension CityInvariant {
  static let exitedWithoutGround = CityInvariant(
    "exited-without-ground", "A8", on: ExitCase.schema, zh: "没有业主决定、合同到期或协商解除，不得记为已退出",
    en: "no exit is recorded without owners' decision, contract end or mutual termination",
    needs: [Need("steps", ExitStep.schema, [(ExitStep.exitCase, .subject(ExitCase.number))])]
  ) { (changed: ChangedRow) throws(Refusal) in
    guard changed.becomes("exited", ExitCase.status) else { return nil }
    guard changed.rows("steps").contains(where: { LeavingDetermination.lawfulEnds.contains($0.text(ExitStep.step) ?? "") }) else {
      return Bilingual(zh: "案件中没有业主决定、合同到期或协商解除", en: "the case has neither owners' decision nor contract end nor mutual termination")
    }
    return nil
  }
}
