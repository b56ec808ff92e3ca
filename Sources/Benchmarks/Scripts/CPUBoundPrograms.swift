/// Five programs that only compute, in what Lua 5.4, LuaJIT and the restricted language have in common. Each gives one string.
enum CPUBoundPrograms {
  static let all = [
    ("n-body", bodies), ("fannkuch", fannkuch), ("spectral-norm", spectral), ("string building", strings), ("comparator sort", sort),
  ]

  private static let bodies = """
    local PI, DAYS = 3.141592653589793, 365.24
    local MASS = 4 * PI * PI
    local function body(x, y, z, vx, vy, vz, mass)
      return { x = x, y = y, z = z, vx = vx * DAYS, vy = vy * DAYS, vz = vz * DAYS, mass = mass * MASS }
    end
    local all = {
      body(0, 0, 0, 0, 0, 0, 1),
      body(4.84143144246472090, -1.16032004402742839, -0.103622044471123109,
        0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023, 0.000954791938424326609),
      body(8.34336671824457987, 4.12479856412430479, -0.403523417114321381,
        -0.00276742510726411, 0.00499852801234917, 0.0000230417297573763929, 0.000285885980666130812),
      body(12.8943695621391310, -15.1111514016986312, -0.223307578892655734,
        0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556, 0.0000436624404335156298),
      body(15.3796971148509165, -25.9193146099879641, 0.179258772950371181,
        0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870, 0.0000515138902046611451),
    }
    local sqrt = math.sqrt
    local function advance(n, dt)
      for i = 1, n do
        local a = all[i]
        local ax, ay, az, am, avx, avy, avz = a.x, a.y, a.z, a.mass, a.vx, a.vy, a.vz
        for j = i + 1, n do
          local b = all[j]
          local dx, dy, dz = ax - b.x, ay - b.y, az - b.z
          local d2 = dx * dx + dy * dy + dz * dz
          local mag = sqrt(d2)
          mag = dt / (mag * d2)
          local bm = b.mass * mag
          avx, avy, avz = avx - dx * bm, avy - dy * bm, avz - dz * bm
          bm = am * mag
          b.vx, b.vy, b.vz = b.vx + dx * bm, b.vy + dy * bm, b.vz + dz * bm
        end
        a.vx, a.vy, a.vz = avx, avy, avz
        a.x, a.y, a.z = ax + dt * avx, ay + dt * avy, az + dt * avz
      end
    end
    for i = 1, 100000 do advance(5, 0.01) end
    return string.format("%.9f %.9f", all[1].x, all[5].vz)
    """

  private static let fannkuch = """
    local function fannkuch(n)
      local p, q, s, sign, most, sum = {}, {}, {}, 1, 0, 0
      for i = 1, n do p[i], q[i], s[i] = i, i, i end
      repeat
        local q0 = p[1]
        if q0 ~= 1 then
          for i = 2, n do q[i] = p[i] end
          local flips = 1
          while true do
            local qq = q[q0]
            if qq == 1 then
              sum = sum + sign * flips
              if flips > most then most = flips end
              break
            end
            q[q0] = q0
            if q0 >= 4 then
              local i, j = 2, q0 - 1
              repeat q[i], q[j] = q[j], q[i] i = i + 1 j = j - 1 until i >= j
            end
            q0 = qq
            flips = flips + 1
          end
        end
        if sign == 1 then
          p[1], p[2] = p[2], p[1]
          sign = -1
        else
          p[2], p[3] = p[3], p[2]
          sign = 1
          for i = 3, n do
            local sx = s[i]
            if sx ~= 1 then s[i] = sx - 1 break end
            if i == n then return sum, most end
            s[i] = i
            local t = p[1]
            for j = 1, i do p[j] = p[j + 1] end
            p[i + 1] = t
          end
        end
      until false
    end
    return string.format("%d %d", fannkuch(9))
    """

  private static let spectral = """
    local function A(i, j)
      local ij = i + j - 1
      return 1.0 / (ij * (ij - 1) * 0.5 + i)
    end
    local function Av(x, y, n)
      for i = 1, n do
        local a = 0
        for j = 1, n do a = a + x[j] * A(i, j) end
        y[i] = a
      end
    end
    local function Atv(x, y, n)
      for i = 1, n do
        local a = 0
        for j = 1, n do a = a + x[j] * A(j, i) end
        y[i] = a
      end
    end
    local n, u, v, t = 350, {}, {}, {}
    for i = 1, n do u[i] = 1 end
    for i = 1, 10 do
      Av(u, t, n) Atv(t, v, n)
      Av(v, t, n) Atv(t, u, n)
    end
    local vBv, vv = 0, 0
    for i = 1, n do
      local ui, vi = u[i], v[i]
      vBv = vBv + ui * vi
      vv = vv + vi * vi
    end
    return string.format("%.9f", math.sqrt(vBv / vv))
    """

  private static let strings = """
    local seed, total = 1, 0
    local kinds = { "lift", "water", "noise", "parking" }
    for round = 1, 36 do
      local lines = {}
      for i = 1, 5000 do
        seed = (seed * 16807) % 2147483647
        local kind = kinds[seed % 4 + 1]
        local line = kind .. " " .. i .. ": " .. string.format("%06d %s", seed % 1000000, kind:upper())
        if i % 3 == 0 then line = line .. (" "):rep(seed % 8) .. line:sub(1, 12) end
        lines[#lines + 1] = line
      end
      local text = table.concat(lines, "\\n")
      total = total + #text + text:byte(#text)
      local changed, n = text:gsub("lift", "elevator")
      total = total + #changed + n
    end
    return string.format("%d", total)
    """

  private static let sort = """
    local seed, items = 1, {}
    for i = 1, 120000 do
      seed = (seed * 16807) % 2147483647
      items[i] = { key = seed % 100000, id = i }
    end
    table.sort(items, function(a, b) if a.key ~= b.key then return a.key < b.key end return a.id < b.id end)
    return string.format("%d %d %d", items[1].id, items[60000].id, items[120000].id)
    """
}
