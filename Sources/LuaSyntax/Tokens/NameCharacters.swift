extension Unicode.Scalar {
  /// Whether a name may begin with the (non-ASCII) scalar: letters of all scripts, and ideographs. Full-width forms
  /// are not letters here, and no more are emoji, signs and invisible characters.
  var beginsName: Bool {
    if 0x4E00...0x9FFF ~= value { return true }
    if 0xFF00...0xFF5E ~= value { return false }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber:
      return !properties.isDefaultIgnorableCodePoint
    default: return false
    }
  }

  /// Whether a name may go on with the (non-ASCII) scalar: also marks and digits.
  var continuesName: Bool {
    if beginsName { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark: return !properties.isDefaultIgnorableCodePoint
    case .decimalNumber: return !(0xFF00...0xFF5E ~= value)
    default: return false
    }
  }

  /// Whether nobody sees the scalar: zero-width, direction marks, variation selectors, controls.
  var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format: true
    default: properties.isDefaultIgnorableCodePoint || value == 0x2028 || value == 0x2029
    }
  }

  /// Whether the scalar is mostly seen as a picture.
  var isPictograph: Bool { value > 0xFF && properties.isEmoji }

  /// `U+200B`.
  var codePoint: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
